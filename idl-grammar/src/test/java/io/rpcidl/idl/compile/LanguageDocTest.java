package io.rpcidl.idl.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticRenderer;
import io.rpcidl.idl.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every example of the language's text is a file that compiles, or one marked {@code fails=RI0042} that gives just that
 * code. {@code with=name} compiles it together with the example marked {@code name=name}.
 */
class LanguageDocTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "language.md");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```rpcidl([^\\n]*)\\n(.*?)^```$");

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        List<Example> examples = examples(Files.readString(DOCUMENT).replace("\r\n", "\n"));
        assertTrue(examples.size() > 20, () -> "only " + examples.size() + " examples");
        return examples.stream().map(each -> DynamicTest.dynamicTest(each.title(), () -> check(each, examples)));
    }

    /** The one mistake that the text shows looks like one. */
    @Test
    void theMistakeIsShownAsItIsPrinted() throws IOException {
        String text = "package catalog;\n" + "\n".repeat(9) + "struct Product {\n  name: Strng;\n}\n";
        Compilation compilation = Compiler.compile(List.of(new SourceFile("catalog.rpcidl", text)));
        String printed = DiagnosticRenderer.render(compilation.diagnostics().get(0));
        String document = Files.readString(DOCUMENT).replace("\r\n", "\n");
        assertTrue(document.contains("\n```\n" + printed.stripTrailing() + "\n```\n"), () -> "not shown:\n" + printed);
    }

    private record Example(int line, List<String> marks, String text) {

        String title() {
            return "line " + line + " " + String.join(" ", marks);
        }

        List<String> marked(String key) {
            return marks.stream()
                    .filter(mark -> mark.startsWith(key + "="))
                    .map(mark -> mark.substring(key.length() + 1))
                    .toList();
        }

        SourceFile file() {
            return new SourceFile("line" + line + ".rpcidl", text);
        }
    }

    private static List<Example> examples(String document) {
        List<Example> examples = new ArrayList<>();
        Matcher matcher = FENCE.matcher(document);
        while (matcher.find()) {
            int line = (int) document.substring(0, matcher.start()).lines().count() + 1;
            List<String> marks = Stream.of(matcher.group(1).trim().split(" +"))
                    .filter(each -> !each.isEmpty())
                    .toList();
            examples.add(new Example(line, marks, matcher.group(2)));
        }
        return examples;
    }

    private static void check(Example example, List<Example> all) {
        List<SourceFile> files = new ArrayList<>(List.of(example.file()));
        all.stream()
                .filter(other -> other.marked("name").stream().anyMatch(example.marked("with")::contains))
                .forEach(other -> files.add(other.file()));
        List<Diagnostic> diagnostics = Compiler.compile(files).diagnostics();
        List<String> codes =
                diagnostics.stream().map(each -> each.code().id()).distinct().toList();
        assertEquals(example.marked("fails"), codes, () -> diagnostics.toString());
    }
}
