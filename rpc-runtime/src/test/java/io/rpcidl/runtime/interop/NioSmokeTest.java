package io.rpcidl.runtime.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.netty.channel.epoll.Epoll;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.testing.Certificates;
import io.rpcidl.runtime.testing.interop.Interop;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Client and server without epoll, in a JVM of their own, as on any machine but Linux. */
@Timeout(120)
class NioSmokeTest {

    @TempDir
    private Path folder;

    @Test
    void callsWithoutEpoll() throws Exception {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dio.netty.transport.noNative=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Smoke.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(100, TimeUnit.SECONDS);
        process.destroyForcibly();
        String printed = Files.readString(output, StandardCharsets.UTF_8);
        assertEquals(true, ended && printed.endsWith("OK\n"), printed);
    }

    /** What runs there. */
    static final class Smoke {

        private Smoke() {}

        /** Calls by TCP and by TLS; the argument is a folder for certificates. */
        public static void main(String... args) throws Exception {
            assertFalse(Epoll.isAvailable());
            Certificates certificates = new Certificates(Path.of(args[0]), "authority");
            try (RpcServer server =
                            RpcServer.builder().add(new BlockingService()).start();
                    RpcClient client = RpcClient.connect("rpc://" + server.endpoint())) {
                call(client);
            }
            try (RpcServer server = RpcServer.builder()
                            .add(new BlockingService())
                            .tls(certificates.identity("server"))
                            .start();
                    RpcClient client = RpcClient.builder("rpc://" + server.endpoint())
                            .tls(certificates.trust())
                            .build()) {
                call(client);
            }
            System.out.println("OK");
        }

        private static void call(RpcClient client) {
            assertEquals(300_000, Interop.stub(client).large("x", 300_000).length());
            assertEquals(List.of(3, 1), new Caller.Blocking(client).talk(List.of(3, 1)));
        }
    }
}
