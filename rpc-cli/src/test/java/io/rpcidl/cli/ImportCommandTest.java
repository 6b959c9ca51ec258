package io.rpcidl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

    private static final String THRIFT = "namespace java shop\nstruct Product { 1: required string id }\n";

    @TempDir
    Path folder;

    private Session session;

    @BeforeEach
    void begin() {
        session = new Session(folder);
    }

    @Test
    void writesContractsThatCompile() throws IOException {
        session.write("shop.thrift", THRIFT);
        assertEquals(
                new Session.Result(0, "out/shop/shop.rpcidl\n", ""),
                session.run("import", "thrift", "./shop.thrift", "--out", "./out"));
        assertTrue(session.read("out/shop/shop.rpcidl").contains("  id: string;\n"));
        assertEquals(0, session.run("check", "./out").code());
        assertEquals(
                0,
                session.run("import", "thrift", "./shop.thrift", "--out", "./out")
                        .code());
    }

    @Test
    void whatSomebodyEditedIsNotOverwritten() throws IOException {
        session.write("shop.thrift", THRIFT);
        session.write("out/shop/shop.rpcidl", "mine");
        assertEquals(
                new Session.Result(
                        2,
                        "",
                        "rpc: these files are there already and differ; nothing was written, --force overwrites"
                                + " them:\n  out/shop/shop.rpcidl\n"),
                session.run("import", "thrift", "./shop.thrift", "--out", "./out"));
        assertEquals("mine", session.read("out/shop/shop.rpcidl"));
        assertEquals(
                0,
                session.run("import", "thrift", "--force", "./shop.thrift", "--out", "./out")
                        .code());
        assertTrue(session.read("out/shop/shop.rpcidl").contains("struct Product"));
    }

    @Test
    void mistakesInThriftArePlaced() throws IOException {
        session.write("shop.thrift", "struct Product { 1: required strng id }\n");
        Session.Result result = session.run("import", "thrift", "--lines", "./shop.thrift", "--out", "./out");
        assertEquals(1, result.code());
        assertTrue(result.out().startsWith("shop.thrift:1:30: error[RI3"), result.out());
    }
}
