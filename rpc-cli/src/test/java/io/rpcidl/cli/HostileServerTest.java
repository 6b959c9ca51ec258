package io.rpcidl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.service.describe.Contract;
import io.rpcidl.runtime.service.describe.ContractFile;
import io.rpcidl.runtime.service.describe.Describe;
import io.rpcidl.runtime.service.describe.DescribeHandler;
import io.rpcidl.runtime.service.describe.MethodDescription;
import io.rpcidl.runtime.service.describe.MethodKind;
import io.rpcidl.runtime.service.describe.ServerDescription;
import io.rpcidl.runtime.service.describe.ServiceDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that lies about itself reaches neither the terminal, nor the shell, nor the disk of its caller. */
@Timeout(60)
class HostileServerTest {

    @TempDir
    Path folder;

    /** Says what a test wants it to say. */
    private record Liar(String service, String method, String path, String text) implements DescribeHandler {

        @Override
        public ServerDescription services(Describe.ServicesRequest request) {
            MethodDescription only = new MethodDescription(method, MethodKind.of("NEW_KIND"));
            return new ServerDescription(List.of(new ServiceDescription(service, List.of(only), List.of("a"))));
        }

        @Override
        public Contract contract(Describe.ContractRequest request) {
            return new Contract(List.of(new ContractFile(path, text)));
        }
    }

    private Session.Result run(Liar liar, String... arguments) throws IOException {
        try (RpcServer server =
                RpcServer.builder().add(liar).withoutDescribe().withoutHealth().start()) {
            String[] words = Stream.of(arguments)
                    .map(each -> each.equals("TARGET") ? server.endpoint().toString() : each)
                    .toArray(String[]::new);
            return new Session(folder).run(words);
        }
    }

    @Test
    void itsNamesAndTextsMoveNoCursor() throws IOException {
        Liar liar = new Liar(
                "a.\u001b[2JB", "c\u202e\n", "x.rpcidl", "package a; service B { /** \u009b2J\r\u001b[1A */ c(); }");
        assertEquals("a.\\u001b[2JB\n", run(liar, "list", "TARGET").out());
        assertEquals(
                "a.\\u001b[2JB/c\\u202e\\n\n", run(liar, "list", "-l", "TARGET").out());
        for (String[] command : new String[][] {
            {"describe", "TARGET", "B"}, {"describe", "--contract", "TARGET"}, {"list", "--json", "TARGET"},
            {"call", "TARGET", "B/d"}, {"call", "TARGET", "C/d"}, {"describe", "TARGET", "D"}
        }) {
            Session.Result result = run(liar, command);
            String all = result.out() + result.err();
            assertFalse(
                    all.chars().anyMatch(c -> c != '\n' && Character.isISOControl(c) || c == 0x202e),
                    String.join(" ", command) + ": " + all);
            assertFalse(all.contains("Exception") || all.contains("\tat "), all);
            assertFalse(all.contains("this is a bug"), all);
        }
    }

    @Test
    void itsFilesStayInTheFolder() throws IOException {
        for (String path : List.of(
                "../x.rpcidl",
                "/tmp/x.rpcidl",
                "a/../../x.rpcidl",
                "a\\..\\x.rpcidl",
                ".git/x.rpcidl",
                "C:x.rpcidl",
                "x.sh",
                "a//x.rpcidl",
                "",
                "x.rpcidl\u0000",
                "a/./x.rpcidl")) {
            Session.Result result =
                    run(new Liar("a.B", "c", path, "package a;"), "describe", "--out", "./out", "TARGET");
            assertEquals(2, result.code(), path);
            assertEquals("", result.out());
            assertFalse(Files.exists(folder.resolve("out")), path);
        }
        Session.Result good =
                run(new Liar("a.B", "c", "a/x.rpcidl", "package a;"), "describe", "--out", "./out", "TARGET");
        assertEquals(new Session.Result(0, "out/a/x.rpcidl\n", ""), good);
    }

    @Test
    void itsNamesDoNotCompleteToCommands() throws IOException {
        for (String name : List.of("$(id)", "a;id", "`id`", "a b", "-x", "a\nid", "*", "a>b")) {
            Liar liar = new Liar(name, "c", "x.rpcidl", "package a;");
            assertEquals(new Session.Result(0, "", ""), run(liar, "complete", "--", "list", "TARGET", ""), name);
        }
    }

    @Test
    void aContractThatIsNoneDoesNotPreventACall() throws IOException {
        Liar liar = new Liar("rpc.describe.v1.Describe", "services", "x.rpcidl", "package a; service {");
        assertEquals(0, run(liar, "call", "TARGET", "Describe/services").code());
        assertEquals(0, run(liar, "list", "-l", "TARGET", "Describe").code());
    }
}
