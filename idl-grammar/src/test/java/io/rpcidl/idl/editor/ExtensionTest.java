package io.rpcidl.idl.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an editor is told besides colours: which files there are, and how lines are moved. */
class ExtensionTest {

    private static JsonNode file(String name) throws IOException {
        return new ObjectMapper().readTree(Files.readString(TextMateTest.EXTENSION.resolve(name)));
    }

    private static Pattern expression(String pointer) throws IOException {
        return Pattern.compile(file("language-configuration.json").at(pointer).asText());
    }

    @Test
    void itNamesFilesThatAreThere() throws IOException {
        JsonNode extension = file("package.json");
        JsonNode contributed = extension.at("/contributes/grammars/0");
        assertEquals(file("rpcidl.tmLanguage.json").path("scopeName"), contributed.path("scopeName"));
        assertEquals(extension.at("/contributes/languages/0/id"), contributed.path("language"));
        Stream.of(contributed.path("path"), extension.at("/contributes/languages/0/configuration"))
                .map(path -> TextMateTest.EXTENSION.resolve(path.asText()))
                .forEach(path -> assertTrue(Files.isRegularFile(path), () -> "no " + path));
    }

    @Test
    void whoReadsAboutItFindsIt() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "editors", "README.md"));
        JsonNode extension = file("package.json");
        String folder = extension.path("publisher").asText() + "."
                + extension.path("name").asText() + "-"
                + extension.path("version").asText();
        assertTrue(page.contains("`~/.vscode/extensions/" + folder + "`"), folder);
    }

    @ParameterizedTest
    @CsvSource({
        "/indentationRules/increaseIndentPattern, 'struct Product {',         true",
        "/indentationRules/increaseIndentPattern, '  list( // all of it',     true",
        "/indentationRules/increaseIndentPattern, 'union U { a: string; }',   false",
        "/indentationRules/increaseIndentPattern, '  // such as {',           false",
        "/indentationRules/increaseIndentPattern, ' * such as {',             false",
        "/indentationRules/decreaseIndentPattern, '  }',                      true",
        "/indentationRules/decreaseIndentPattern, '  ): Product;',            true",
        "/indentationRules/decreaseIndentPattern, '  id: string;',            false",
        "/onEnterRules/0/beforeText,              '/** A thing',              true",
        "/onEnterRules/0/beforeText,              '/** A thing */',           false",
        "/onEnterRules/0/beforeText,              '/* no documentation',      false",
        "/onEnterRules/1/beforeText,              '  /**',                    true",
        "/onEnterRules/2/beforeText,              ' * goes on',               true",
        "/onEnterRules/2/beforeText,              ' * ends */',               false",
        "/folding/markers/start,                  '// #region of errors',     true",
        "/folding/markers/end,                    '  // #endregion',          true",
    })
    void linesAreTakenForWhatTheyAre(String pointer, String line, boolean expected) throws IOException {
        assertEquals(expected, expression(pointer).matcher(line).find(), line);
    }

    @ParameterizedTest
    @CsvSource({"sku_1", "-1.5e-3", "2"})
    void aWordIsANameOrANumber(String word) throws IOException {
        assertTrue(expression("/wordPattern").matcher(word).matches(), word);
    }
}
