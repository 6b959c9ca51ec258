package io.rpcidl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.registry.embedded.RegistryServer;
import io.rpcidl.runtime.server.RpcServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The sessions that the documentation shows print what it says: each page in a folder of its own, each command by a shell and
 * a JVM of its own, calls to a server that is there.
 */
class DocumentedSessionsTest {

    private static final Pattern FENCE =
            Pattern.compile("(?ms)^```((?:rpcidl|thrift|json) file=(?<file>\\S+)|console)\\n(?<text>.*?)^```$");

    @TempDir
    Path folder;

    private static final String SHOWN_ADDRESS = "127.0.0.1:4000";
    private static final String SHOWN_REGISTRY = "registry://127.0.0.1:4500";

    private RegistryServer registry;
    private RpcServer server;
    private int code;

    @BeforeEach
    void start() throws IOException {
        registry = RegistryServer.start("127.0.0.1", 0);
        server = RpcServer.builder()
                .add(new ShopService())
                .registry(registry.target())
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
        registry.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cli.md", "model.md", "coming-from-thrift.md"})
    void printWhatThePageSays(String page) throws IOException {
        Matcher fence = FENCE.matcher(Files.readString(Path.of("../docs", page)));
        int sessions = 0;
        while (fence.find()) {
            if (fence.group("file") != null) {
                Path file = folder.resolve(fence.group("file"));
                Files.createDirectories(file.getParent());
                Files.writeString(file, fence.group("text"));
            } else {
                assertEquals(fence.group("text"), session(fence.group("text")));
                sessions++;
            }
        }
        assertTrue(sessions > 0, page);
    }

    /** Returns the text of a session with what its commands really print. */
    private String session(String text) throws IOException {
        StringBuilder actual = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (line.equals("$ echo $?")) {
                actual.append(line).append('\n').append(code).append('\n');
            } else if (line.startsWith("$ rpc ")) {
                actual.append(line).append('\n').append(run(line.substring("$ ".length())));
            }
        }
        return actual.toString();
    }

    private String run(String line) throws IOException {
        String address = server.endpoint().toString();
        String rpc = "rpc() { " + Jvm.same().command(List.of()) + " \"$@\"; }; ";
        Process shell = new ProcessBuilder(
                        "bash",
                        "-c",
                        rpc + line.replace(SHOWN_ADDRESS, address).replace(SHOWN_REGISTRY, registry.target()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        shell.getOutputStream().close();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        code = shell.onExit().join().exitValue();
        return output.replace(address, SHOWN_ADDRESS)
                .replaceAll("(attempt \\d+), .*", "$1, 12 ms")
                .replaceAll("(?m)^ADDRESS +", "ADDRESS         "); // of another port, another width
    }
}
