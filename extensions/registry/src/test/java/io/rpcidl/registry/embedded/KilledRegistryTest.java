package io.rpcidl.registry.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registries;
import io.rpcidl.registry.Registry;
import io.rpcidl.transport.Endpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * {@code kill -9} of a registry in a JVM of its own, and its return on the same port: nobody who watches notices, and within a
 * lease it knows everybody again. Once by default, three times with {@code -Dlong=true}; and, then, one that is frozen.
 */
@Timeout(300)
class KilledRegistryTest {

    private static final Duration LEASE = Duration.ofSeconds(3);
    private static final boolean LONG = Boolean.getBoolean("long");
    private static final int SERVERS = LONG ? 300 : 20;

    @Test
    void nobodyNoticesAndAllAreBackWithinALease() throws Exception {
        Program program = new Program(0);
        Lists watcher = new Lists();
        try (Registry servers = open(program);
                Registry watching = open(program)) {
            List<Registry.Registration> registrations = IntStream.range(0, SERVERS)
                    .mapToObj(i -> servers.register(server(i)))
                    .toList();
            watching.watch("s", watcher);
            watcher.await(list -> list.size() == SERVERS);
            for (int i = 0; i < (LONG ? 3 : 1); i++) {
                program.kill();
                assertTrue(watcher.awaitReason().contains("does not answer"));
                program = new Program(program.port);
                long back = System.nanoTime();
                Lists fresh = new Lists();
                try (Registry other = Registries.open(program.target())) {
                    other.watch("s", fresh);
                    fresh.await(list -> list.size() == SERVERS);
                }
                Duration time = Duration.ofNanos(System.nanoTime() - back);
                assertTrue(time.compareTo(LEASE) < 0, "all were back after " + time);
                watcher.assertNothingMore();
                watcher.forgetReasons();
            }
            registrations.get(0).close(); // what is told next is what is there, and the watch goes on
            watcher.await(list -> list.size() == SERVERS - 1);
        } finally {
            program.kill();
        }
    }

    @Test
    void whoDiedWhileTheRegistryWasAwayGoesWhenALeaseIsOver() throws Exception {
        Program program = new Program(0);
        Lists watcher = new Lists();
        try (Registry stays = open(program);
                Registry dies = open(program);
                Registry watching = open(program)) {
            stays.register(server(0));
            dies.register(server(1));
            watching.watch("s", watcher);
            watcher.awaitIds("i0", "i1");
            program.kill();
            end(dies);
            program = new Program(program.port);
            watcher.awaitIds("i0");
        } finally {
            program.kill();
        }
    }

    @Test
    void aFrozenRegistryIsWaitedFor() throws Exception {
        Program program = new Program(0);
        Lists watcher = new Lists();
        try (Registry servers = open(program);
                Registry watching = open(program)) {
            servers.register(server(0));
            watching.watch("s", watcher);
            watcher.awaitIds("i0");
            program.signal("STOP");
            assertTrue(watcher.awaitReason().contains("does not answer"));
            watcher.assertNothingMore();
            servers.register(server(1));
            program.signal("CONT");
            watcher.await(list -> {
                assertEquals("i0", list.get(0).id(), "nobody could renew a lease, so none has passed");
                return list.size() == 2;
            });
        } finally {
            program.kill();
        }
    }

    private static void end(Registry registry) {
        registry.close();
    }

    private static Registry open(Program program) {
        return new EmbeddedRegistry(new Endpoint("127.0.0.1", program.port), LEASE);
    }

    private static Instance server(int number) {
        return new Instance("i" + number, new Endpoint("127.0.0.1", 4_000 + number), List.of("s"), Map.of());
    }

    /** A registry in a JVM of its own. */
    private static final class Program {

        final int port;
        private final Process process;

        Program(int port) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx128m",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    RegistryServer.class.getName(),
                    Integer.toString(port)));
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String line = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            this.port = Integer.parseInt(line.replaceFirst(".*:", ""));
        }

        String target() {
            return "registry://127.0.0.1:" + port;
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        void signal(String name) throws IOException, InterruptedException {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
            assertEquals(0, kill.waitFor());
        }
    }
}
