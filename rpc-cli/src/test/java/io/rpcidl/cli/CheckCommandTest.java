package io.rpcidl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    private static final String GOOD = "package shop;\nstruct Product { id: string; }\n";
    private static final String BAD = "package shop;\nstruct Product { id: strng; }\nstruct Product {}\n";

    @TempDir
    Path folder;

    private Session session;

    @BeforeEach
    void begin() {
        session = new Session(folder);
    }

    @Test
    void aGoodContractPrintsNothing() throws IOException {
        session.write("shop.rpcidl", GOOD);
        assertEquals(new Session.Result(0, "", ""), session.run("check", "./shop.rpcidl"));
    }

    @Test
    void mistakesArePrintedWithTheirPlacesAndCounted() throws IOException {
        session.write("shop.rpcidl", BAD);
        String expected = """
                error[RI0123]: unknown type 'strng'
                --> shop.rpcidl:2:22
                  |
                2 | struct Product { id: strng; }
                  |                      ^^^^^
                  = help: did you mean 'string'?

                error[RI0100]: 'Product' is already declared in package shop
                --> shop.rpcidl:3:8
                  |
                3 | struct Product {}
                  |        ^^^^^^^
                note: first declared here
                --> shop.rpcidl:2:8
                  |
                2 | struct Product { id: strng; }
                  |        ^^^^^^^

                2 errors
                """;
        assertEquals(new Session.Result(1, expected, ""), session.run("check", "./"));
    }

    @Test
    void linesAreForEditors() throws IOException {
        session.write("shop.rpcidl", BAD);
        String expected = """
                shop.rpcidl:2:22: error[RI0123]: unknown type 'strng' (did you mean 'string'?)
                shop.rpcidl:3:8: error[RI0100]: 'Product' is already declared in package shop
                """;
        assertEquals(new Session.Result(1, expected, ""), session.run("check", "--lines", "./shop.rpcidl"));
    }

    @Test
    void jsonIsOneDocument() throws IOException {
        session.write("shop.rpcidl", BAD);
        JsonNode document = new ObjectMapper()
                .readTree(session.run("check", "--json", "./shop.rpcidl").out());
        String expected = """
                {"version":1,"errors":2,"warnings":0,"diagnostics":[
                 {"code":"RI0123","severity":"error","message":"unknown type 'strng'","file":"shop.rpcidl",
                  "start":{"line":2,"column":22,"offset":35},"end":{"line":2,"column":27,"offset":40},
                  "help":"did you mean 'string'?","related":[]},
                 {"code":"RI0100","severity":"error","message":"'Product' is already declared in package shop",
                  "file":"shop.rpcidl","start":{"line":3,"column":8,"offset":51},"end":{"line":3,"column":15,"offset":58},
                  "related":[{"message":"first declared here","file":"shop.rpcidl",
                   "start":{"line":2,"column":8,"offset":21},"end":{"line":2,"column":15,"offset":28}}]}]}
                """;
        assertEquals(new ObjectMapper().readTree(expected), document);
    }

    @Test
    void jsonIsThereAlsoWhenNothingIsWrong() throws IOException {
        session.write("shop.rpcidl", GOOD);
        Session.Result result = session.run("check", "--json", "./shop.rpcidl");
        assertEquals(0, result.code());
        assertEquals(
                0, new ObjectMapper().readTree(result.out()).get("diagnostics").size());
    }

    @Test
    void colorIsOnlyForTerminalsUnlessAskedFor() throws IOException {
        session.write("shop.rpcidl", BAD);
        assertTrue(
                session.run("check", "--color", "always", "./shop.rpcidl").out().startsWith("\u001B[1;31merror"));
        assertTrue(session.run("check", "--color=never", "./shop.rpcidl").out().startsWith("error"));
    }

    @Test
    void warningsAreNoFindingsUnlessAskedFor() throws IOException {
        session.write("a.rpcidl", "package a;\nimport b.{B};\n");
        session.write("b.rpcidl", "package b;\nstruct B {}\n");
        Session.Result result = session.run("check", "./");
        assertEquals(0, result.code());
        assertTrue(result.out().startsWith("warning[RI0113]: the import 'B' is not used\n"), result.out());
        assertTrue(result.out().endsWith("\n1 warning\n"), result.out());
        assertEquals(1, session.run("check", "--werror", "./").code());
    }

    @Test
    void contractsAreImportedFromOtherFolders() throws IOException {
        session.write("own/shop.rpcidl", "package shop;\nimport common.{Money};\nstruct Price { money: Money; }\n");
        session.write("other/common.rpcidl", "package common;\nstruct Money {}\n");
        assertEquals(1, session.run("check", "./own").code());
        assertEquals(new Session.Result(0, "", ""), session.run("check", "-I", "./other", "./own"));
    }

    @Test
    void misuseIsSaidInOneLine() {
        assertEquals(
                new Session.Result(2, "", "rpc: none.rpcidl is not there\n"), session.run("check", "./none.rpcidl"));
        assertEquals(new Session.Result(2, "", "rpc: none is not there\n"), session.run("check", "-I", "./none", "./"));
        assertEquals(
                new Session.Result(
                        2,
                        "",
                        "rpc: which contracts? Name folders or files; there is no folder src/main/rpcidl here\n"),
                session.run("check"));
    }

    @Test
    void misspeltOptionsAreSaidWithWhatWasMeant() {
        String expected =
                "rpc: Unknown option: '--jsn'; 'rpc check --help' says what there is\nPossible solutions: --json\n";
        assertEquals(new Session.Result(2, "", expected), session.run("check", "--jsn", "./"));
    }

    @Test
    void aFileThatIsNoTextIsAFinding() throws IOException {
        Files.write(session.path("a.rpcidl"), new byte[] {(byte) 0xFF, 0, 1});
        Session.Result result = session.run("check", "--lines", "./");
        assertEquals(1, result.code());
        assertEquals("a.rpcidl:1:1: error[RI0002]: the file is not UTF-8: byte 0xFF at offset 0\n", result.out());
    }
}
