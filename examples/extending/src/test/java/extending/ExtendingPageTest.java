package extending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What {@code docs/extending.md} shows are pieces of this example's files, which are compiled and tested; its command is run. */
class ExtendingPageTest {

    private static final Path PAGE = Path.of("../../docs/extending.md");
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)(?: file=(\\S+))?\n(.*?)```", Pattern.DOTALL);

    @Test
    void eachSnippetIsAPieceOfAFile() throws IOException, InterruptedException {
        String sources = plain(sources());
        List<String> kinds = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(Files.readString(PAGE));
        while (blocks.find()) {
            kinds.add(blocks.group(1));
            switch (blocks.group(1)) {
                case "java" -> assertTrue(sources.contains(plain(blocks.group(3))), blocks.group(3));
                case "text" ->
                    assertEquals(
                            Files.readString(Path.of("src/main/resources/META-INF/services", blocks.group(2))),
                            blocks.group(3));
                case "xml" -> assertTrue(isXml(blocks.group(3)), blocks.group(3)); // targets are GenerateMojoTest's
                case "sh" -> assertGenerates(blocks.group(3).strip());
                default -> throw new AssertionError("nobody looks at " + blocks.group());
            }
        }
        assertEquals(14, kinds.size(), kinds::toString);
    }

    private static boolean isXml(String text) {
        try {
            DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            return builder.parse(new InputSource(new StringReader(text))) != null;
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(text, e);
        }
    }

    /** Runs the command with this module's class path where the page names a jar. */
    private static void assertGenerates(String line) throws IOException, InterruptedException {
        List<String> words = List.of(line.split(" "));
        assertEquals(List.of("RPC_CLASSPATH=outline.jar", "rpc"), words.subList(0, 2));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString(), "-cp", System.getProperty("java.class.path")));
        command.add("io.rpcidl.cli.Main");
        command.addAll(words.subList(2, words.size()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertEquals("""
                # depot.v1

                ## Depot

                Knows what is in store.

                - `get(id)`: Looks an item up.
                - `take(id, count)`: Takes items out; answers how many are left.
                - `watch(id)`: Follows an item.
                """, Files.readString(Path.of("target/outline/depot.v1.md")));
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", "");
    }
}
