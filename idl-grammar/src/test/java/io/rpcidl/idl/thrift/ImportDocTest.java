package io.rpcidl.idl.thrift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.idl.diagnostic.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every pair of examples in the document of the importer, and in the page for users of Thrift, is what the importer does. */
class ImportDocTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "import-thrift.md");
    private static final Path FOR_USERS_OF_THRIFT = Path.of("..", "docs", "coming-from-thrift.md");
    private static final Pattern PAIR =
            Pattern.compile("(?ms)^```thrift(?: file=\\S+)?\\n(.*?)^```\\n\\s*^```rpcidl\\n(.*?)^```$");
    private static final Pattern UNSAID =
            Pattern.compile("(?m)^// Imported from .*\\n|^// thrift: the numbers of fields .*\\n");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        String pages = Files.readString(DOCUMENT) + Files.readString(FOR_USERS_OF_THRIFT);
        Matcher matcher = PAIR.matcher(pages.replace("\r\n", "\n"));
        while (matcher.find()) {
            String thrift = matcher.group(1);
            String expected = matcher.group(2);
            tests.add(DynamicTest.dynamicTest(thrift, () -> check(thrift, expected)));
        }
        assertTrue(tests.size() > 6, () -> "only " + tests.size() + " examples");
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> codes() throws IOException {
        String text = Files.readString(DOCUMENT);
        return Arrays.stream(Code.values())
                .filter(code -> code.id().startsWith("RI3"))
                .map(code -> DynamicTest.dynamicTest(
                        code.id(), () -> assertTrue(text.contains("| " + code.id() + " | " + code.title() + " |"))));
    }

    /** The examples leave out the line that names the file, and the remark on the numbers of fields. */
    private void check(String thrift, String expected) throws IOException {
        Path file = Files.writeString(folder.resolve("shop.thrift"), thrift);
        ThriftImport result = ThriftImporter.importFiles(List.of(file), List.of());
        assertFalse(result.hasErrors(), () -> result.diagnostics().toString());
        String text = result.contracts().get(0).text();
        assertEquals(expected, UNSAID.matcher(text).replaceAll(""));
        ImportChecks.contracts(result);
    }
}
