package io.rpcidl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatCommandTest {

    private static final String UGLY = "package   shop ;\nstruct Product{id:string;}\n";
    private static final String GOOD = "package shop;\n\nstruct Product {\n  id: string;\n}\n";
    private static final String BROKEN = "package shop;\nstruct {";

    @TempDir
    Path folder;

    private Session session;

    @BeforeEach
    void begin() {
        session = new Session(folder);
    }

    @Test
    void rewritesWhatIsNotFormattedAndNamesIt() throws IOException {
        session.write("ugly.rpcidl", UGLY);
        session.write("good.rpcidl", GOOD);
        assertEquals(new Session.Result(0, "ugly.rpcidl\n", ""), session.run("format", "./"));
        assertEquals(GOOD, session.read("ugly.rpcidl"));
        assertEquals(new Session.Result(0, "", ""), session.run("format", "./"));
    }

    @Test
    void checkWritesNothing() throws IOException {
        session.write("ugly.rpcidl", UGLY);
        assertEquals(new Session.Result(1, "ugly.rpcidl: not formatted\n", ""), session.run("format", "--check", "./"));
        assertEquals(UGLY, session.read("ugly.rpcidl"));
    }

    @Test
    void aBrokenFileStaysAndTheOthersAreFormatted() throws IOException {
        session.write("broken.rpcidl", BROKEN);
        session.write("ugly.rpcidl", UGLY);
        Session.Result result = session.run("format", "--lines", "./");
        assertEquals(1, result.code());
        assertTrue(result.out().startsWith("broken.rpcidl:2:8: error[RI0020]"), result.out());
        assertTrue(result.out().endsWith("\nugly.rpcidl\n"), result.out());
        assertEquals(BROKEN, session.read("broken.rpcidl"));
        assertEquals(GOOD, session.read("ugly.rpcidl"));
    }

    @Test
    void standardInputIsForEditors() {
        assertEquals(new Session.Result(0, GOOD, ""), session.runWithInput(UGLY, "format", "--stdin"));
        assertEquals(new Session.Result(1, "", ""), session.runWithInput(UGLY, "format", "--stdin", "--check"));
        assertEquals(new Session.Result(0, "", ""), session.runWithInput(GOOD, "format", "--stdin", "--check"));
        Session.Result broken = session.runWithInput(BROKEN, "format", "--stdin", "--lines");
        assertEquals(1, broken.code());
        assertEquals("", broken.out());
        assertTrue(broken.err().startsWith("stdin:2:8: error[RI0020]"), broken.err());
    }

    @Test
    void inputThatIsNoTextIsRefusedNotRepaired() throws IOException {
        byte[] input = {'/', '/', ' ', (byte) 0xE9, '\n'};
        Session.Result result = session.runWithInput(input, "format", "--stdin", "--lines");
        assertEquals(
                new Session.Result(1, "", "stdin:1:4: error[RI0002]: the file is not UTF-8: byte 0xE9 at offset 3\n"),
                result);
    }

    @Test
    void jsonNamesTheFilesThatAreNotFormatted() throws IOException {
        session.write("ugly.rpcidl", UGLY);
        Session.Result result = session.run("format", "--check", "--json", "./");
        assertEquals(1, result.code());
        assertEquals(
                new ObjectMapper()
                        .readTree(
                                "{\"version\":1,\"errors\":0,\"warnings\":0,\"changed\":[\"ugly.rpcidl\"],\"diagnostics\":[]}"),
                new ObjectMapper().readTree(result.out()));
    }
}
