package io.rpcidl.idl.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rpcidl.idl.Fixtures;
import io.rpcidl.idl.Golden;
import io.rpcidl.idl.model.Builtin;
import io.rpcidl.idl.parser.RpcidlLexer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.Vocabulary;
import org.junit.jupiter.api.Test;

/** The grammar of docs/editors knows the words of the language, and no others, and colours a file as it should. */
class TextMateTest {

    static final Path EXTENSION = Path.of("..", "docs", "editors", "rpcidl");
    static final Path GRAMMAR = EXTENSION.resolve("rpcidl.tmLanguage.json");

    private static final Path FIXTURE = Fixtures.RESOURCES.resolve("editor");

    /** What stands in a regular expression and is no word: escapes, classes of characters. */
    private static final Pattern NO_WORDS = Pattern.compile("\\\\.|\\[[^]]*]");

    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}\\d*");

    static Set<String> keywords() {
        Vocabulary words = RpcidlLexer.VOCABULARY;
        return IntStream.rangeClosed(1, words.getMaxTokenType())
                .mapToObj(words::getLiteralName)
                .filter(literal -> literal != null && literal.matches("'[a-z]+'"))
                .map(literal -> literal.substring(1, literal.length() - 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void itsWordsAreThoseOfTheLanguage() throws IOException {
        Set<String> expected = keywords();
        Arrays.stream(Builtin.values()).map(Builtin::typeName).forEach(expected::add);
        expected.addAll(List.of("list", "set", "map", "true", "false", "Infinity", "NaN"));
        Set<String> found = new TreeSet<>();
        collect(new ObjectMapper().readTree(Files.readString(GRAMMAR)), found);
        assertEquals(expected, found);
    }

    private static void collect(JsonNode node, Set<String> words) {
        for (String name : List.of("match", "begin", "end")) {
            String pattern = NO_WORDS.matcher(node.path(name).asText("")).replaceAll(" ");
            WORD.matcher(pattern).results().forEach(word -> words.add(word.group()));
        }
        node.forEach(child -> collect(child, words));
    }

    @Test
    void everyKeywordIsColouredWhereItIsOneAndOnlyThere() throws IOException {
        Set<String> coloured = new TextMate(GRAMMAR)
                .tokens(Files.readString(FIXTURE.resolve("everything.rpcidl"))).stream()
                        .filter(token -> isKeyword(token.scope()))
                        .map(TextMate.Token::text)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(keywords(), coloured);
    }

    static boolean isKeyword(String scope) {
        return scope.matches(".*\\b(storage[.](type|modifier)|keyword[.]other)[.a-z]*");
    }

    /** With {@code -Dgolden.update=true} the file is written anew. */
    @Test
    void aFileOfEverythingIsColouredAsWrittenDown() throws IOException {
        String text = Files.readString(FIXTURE.resolve("everything.rpcidl"));
        Golden.check(FIXTURE.resolve("everything.tokens"), described(new TextMate(GRAMMAR).tokens(text)));
    }

    /** Returns one line a token that has a colour, blanks left out. */
    private static String described(List<TextMate.Token> tokens) {
        return tokens.stream()
                .filter(token -> !token.text().isBlank() && !token.scope().isEmpty())
                .map(token -> "%-32s %s"
                                .formatted(token.text().strip(), token.scope())
                                .strip() + "\n")
                .collect(Collectors.joining());
    }
}
