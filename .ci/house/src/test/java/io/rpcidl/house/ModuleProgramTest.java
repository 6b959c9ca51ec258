package io.rpcidl.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is a module compiles with our jars, and runs from the module path, providers of registries included. */
class ModuleProgramTest {

    private static final String MODULE = """
            module program {
                requires io.rpcidl.runtime;
                requires io.rpcidl.registry.embedded;
            }
            """;

    private static final String MAIN = """
            package program;

            import io.rpcidl.json.JsonReader;
            import io.rpcidl.registry.embedded.RegistryServer;
            import io.rpcidl.runtime.client.RpcClient;

            public class Main {
                public static void main(String[] arguments) throws Exception {
                    try (RegistryServer registry = RegistryServer.start("127.0.0.1", 0);
                            RpcClient client = RpcClient.connect(registry.target())) {
                        System.out.println(JsonReader.class.getModule().getName() + ": " + client.snapshot().getClass().getModule().getName());
                    }
                }
            }
            """;

    @Test
    void compilesAndRuns(@TempDir Path work) throws Exception {
        Path source = Files.createDirectories(work.resolve("source/program"));
        Path module = Files.writeString(source.resolveSibling("module-info.java"), MODULE);
        Path main = Files.writeString(source.resolve("Main.java"), MAIN);
        Path classes = work.resolve("classes");
        Path jars = Files.createDirectory(work.resolve("jars"));
        ModuleJars.pack(jars);
        String path = modulePath(jars);

        assertEquals("", run("javac", "-p", path, "-d", classes + "", "-proc:none", module + "", main + ""));
        // what our jars need of others no descriptor says
        String said = run(
                "java",
                "-XX:TieredStopAtLevel=1",
                "-p",
                path + File.pathSeparator + classes,
                "--add-modules",
                "ALL-MODULE-PATH",
                "-m",
                "program/program.Main");
        assertTrue(said.endsWith("io.rpcidl.json: io.rpcidl.runtime\n"), said);
    }

    private static String run(String tool, String... arguments) throws IOException, InterruptedException {
        Path executable = Path.of(System.getProperty("java.home"), "bin", tool);
        Process process = new ProcessBuilder(Stream.concat(Stream.of(executable + ""), Arrays.stream(arguments))
                        .toList())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    /** Our jars that the program needs, and of others' what those need. */
    private static String modulePath(Path jars) {
        Stream<String> ours = List.of(
                        "rpc-json",
                        "rpc-transport",
                        "rpc-registry",
                        "rpc-resilience",
                        "rpc-call",
                        "rpc-runtime",
                        "rpcidl-registry")
                .stream()
                .map(artifact -> jars.resolve(artifact + ".jar").toString());
        Stream<String> others = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> Path.of(jar).getFileName().toString().matches("(netty-.*|slf4j-api|jspecify).*[.]jar"));
        return Stream.concat(ours, others).collect(Collectors.joining(File.pathSeparator));
    }
}
