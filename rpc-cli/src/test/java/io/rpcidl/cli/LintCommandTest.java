package io.rpcidl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCommandTest {

    private static final String CONTRACT = """
            package shop.v1;

            const maxPage: int32 = 500;
            """;

    @TempDir
    Path folder;

    private Session session;

    @BeforeEach
    void begin() throws IOException {
        session = new Session(folder);
        session.write("shop/v1/shop.rpcidl", CONTRACT);
    }

    @Test
    void aFindingIsPrintedAndCounts() {
        Session.Result result = session.run("lint", "--lines", "./");
        assertEquals(1, result.code());
        assertTrue(result.out().startsWith("shop/v1/shop.rpcidl:3:7: warning[RI1014]: "), result.out());
    }

    @Test
    void rulesAreSwitched() {
        assertEquals(
                new Session.Result(0, "", ""), session.run("lint", "--tier", "minimal", "--allow", "RI1014", "./"));
        assertFalse(
                session.run("lint", "--allow", "RI1014", "--lines", "./").out().contains("RI1014"));
        assertTrue(session.run("lint", "--tier=minimal", "--also=RI1014", "--lines", "./")
                .out()
                .contains("RI1014"));
    }

    @Test
    void nothingIsSaidOfWhatIsOnlyImported() throws IOException {
        session.write(
                "own/a/v1/a.rpcidl", "package a.v1;\nimport shop.v1.{maxPage};\n\nconst PAGE: int32 = maxPage;\n");
        Session.Result result = session.run("lint", "--lines", "-I", "./shop", "./own");
        assertFalse(result.out().contains("shop.rpcidl"), result.out());
    }

    @Test
    void misuseIsSaid() {
        Session.Result rule = session.run("lint", "--allow", "RI9999", "./");
        assertEquals(2, rule.code());
        assertTrue(rule.err().startsWith("rpc: there is no lint rule 'RI9999'"), rule.err());
        assertEquals(2, session.run("lint", "--tier", "harsh", "./").code());
    }

    @Test
    void aContractWithErrorsIsNotLinted() throws IOException {
        session.write("shop/v1/bad.rpcidl", "package shop.v1;\nstruct S { a: strng; }\n");
        Session.Result result = session.run("lint", "--lines", "./");
        assertEquals(1, result.code());
        assertTrue(result.out().startsWith("shop/v1/bad.rpcidl:2:15: error[RI0123]"), result.out());
        assertEquals(1, result.out().lines().count());
    }
}
