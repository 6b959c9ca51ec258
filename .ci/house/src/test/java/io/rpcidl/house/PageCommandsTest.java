package io.rpcidl.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The commands that pages name are there, with the options that they give them. Most take minutes, or need what only a user
 * has, so that they are not run as they stand: commands of {@code rpc} are asked for their help, scripts are looked into.
 */
class PageCommandsTest {

    private static final Set<String> PHASES = Set.of("package", "verify", "install", "test");
    private static final Set<String> OF_THE_SYSTEM = Set.of("openssl");

    /** Commands of {@code rpc} that have commands of their own. */
    private static final Set<String> FAMILIES = Set.of("generate", "import", "registry");

    private final Map<String, String> helps = new ConcurrentHashMap<>();

    @TestFactory
    Stream<DynamicTest> commands() throws IOException {
        return Pages.snippets().stream()
                .filter(snippet -> snippet.language().equals("sh"))
                .filter(snippet -> !snippet.page().equals("docs/maven.md")) // MavenPageIT runs them
                .flatMap(snippet -> snippet.text()
                        .replace("\\\n", " ")
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("RPC_CLASSPATH=")) // ExtendingPageTest's
                        .map(line -> DynamicTest.dynamicTest(
                                snippet.page() + ": " + line, () -> check(Path.of(snippet.page()), line))));
    }

    private void check(Path page, String line) throws IOException {
        List<String> words = Arrays.asList(line.replaceAll(" +#.*", "").split(" +"));
        String command = words.get(0);
        List<String> arguments = words.subList(1, words.size());
        Path beside = page.getParent() == null ? Pages.ROOT : Pages.ROOT.resolve(page.getParent());
        if (command.equals("rpc") || command.equals("rpc-cli/bin/rpc")) {
            checkOptions(arguments, help(arguments));
        } else if (command.equals("mvn")) {
            assertTrue(PHASES.containsAll(arguments), line);
        } else if (command.contains("/")) {
            Path script = (command.startsWith("./") ? beside : Pages.ROOT).resolve(command);
            assertTrue(Files.isExecutable(script), () -> "no " + script);
            checkOptions(comments(line), Files.readString(script) + sources(script.getParent()));
        } else {
            assertTrue(OF_THE_SYSTEM.contains(command), () -> "nobody knows " + command);
        }
    }

    /** Options may stand in the remark behind a command, too. */
    private static List<String> comments(String line) {
        return Arrays.asList(line.replaceAll("[;,]", "").split(" +"));
    }

    /** A script passes most of its options on to a class beside it. */
    private static String sources(Path folder) throws IOException {
        StringBuilder all = new StringBuilder("--help");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private static void checkOptions(List<String> words, String known) {
        words.stream()
                .filter(word -> word.matches("--?[a-zA-Z][a-z-]*"))
                .forEach(option -> assertTrue(known.contains(option), () -> "no " + option + " in " + words));
    }

    private String help(List<String> arguments) {
        List<String> names = new ArrayList<>();
        for (String word : arguments) {
            boolean more = names.isEmpty() || (names.size() == 1 && FAMILIES.contains(names.get(0)));
            if (!more || word.startsWith("-")) {
                break;
            }
            names.add(word);
        }
        return helps.computeIfAbsent(String.join(" ", names), PageCommandsTest::rpc);
    }

    private static String rpc(String names) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(
                List.of(java.toString(), "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.add("io.rpcidl.cli.Main");
        command.addAll(names.isEmpty() ? List.of() : List.of(names.split(" ")));
        command.add("--help");
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), said);
            return said;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
