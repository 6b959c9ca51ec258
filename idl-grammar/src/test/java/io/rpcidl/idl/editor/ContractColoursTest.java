package io.rpcidl.idl.editor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.idl.parser.RpcidlLexer;
import io.rpcidl.idl.parser.RpcidlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the grammar of editors takes a word for is what the parser takes it for, in every contract of this project. */
class ContractColoursTest {

    private static final Path ROOT = Path.of("..");

    private static final long LARGEST = 20_000;

    /** The lexer takes more for numbers than there are, and the compiler refuses them. */
    private static final Pattern JSON_NUMBER = Pattern.compile("-?(0|[1-9]\\d*)([.]\\d+)?([eE][+-]?\\d+)?");

    private static final Set<String> KEYWORDS = TextMateTest.keywords();

    @TestFactory
    Stream<DynamicTest> asTheParserSays() throws IOException {
        TextMate editor = new TextMate(TextMateTest.GRAMMAR);
        List<Path> contracts = contracts();
        assertTrue(contracts.size() > 300, () -> "only " + contracts.size() + " contracts");
        return contracts.stream()
                .map(each -> DynamicTest.dynamicTest(ROOT.relativize(each) + "", () -> check(editor, each)));
    }

    private static List<Path> contracts() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(each -> each.toString().endsWith(".rpcidl"))
                    .filter(each -> !each.toString().contains("target"))
                    .filter(each -> each.toFile().length() < LARGEST)
                    .sorted()
                    .toList();
        }
    }

    private static void check(TextMate editor, Path contract) throws IOException {
        // one character for one byte; what is not ASCII stands in strings and comments
        String text = new String(Files.readAllBytes(contract), ISO_8859_1).replaceAll("[^\\x00-\\x7F]", "x");
        RpcidlParser parser = new RpcidlParser(new CommonTokenStream(new RpcidlLexer(CharStreams.fromString(text))));
        parser.removeErrorListeners();
        ParserRuleContext file = parser.file();
        if (parser.getNumberOfSyntaxErrors() > 0) {
            return; // what a word means there, nobody knows
        }
        List<String> different = new ArrayList<>();
        TreeMap<Integer, String> scopes = new TreeMap<>();
        editor.tokens(text).forEach(token -> scopes.put(token.offset(), token.scope()));
        for (TerminalNode word : words(file, new ArrayList<>())) {
            Token token = word.getSymbol();
            String expected = kind(word);
            String scope = scopes.floorEntry(token.getStartIndex()).getValue();
            if (!expected.equals(kind(scope))) {
                different.add("%d: %s is %s, not %s".formatted(token.getLine(), token.getText(), expected, scope));
            }
        }
        assertEquals(List.of(), different);
    }

    private static List<TerminalNode> words(ParseTree tree, List<TerminalNode> found) {
        if (tree instanceof TerminalNode word && word.getSymbol().getType() != Token.EOF) {
            found.add(word);
        }
        for (int i = 0; i < tree.getChildCount(); i++) {
            words(tree.getChild(i), found);
        }
        return found;
    }

    /** Names and marks are told apart by what stands around them; that the expected file of TextMateTest shows. */
    private static String kind(TerminalNode word) {
        boolean name = word.getParent() instanceof RpcidlParser.NameContext;
        return switch (word.getSymbol().getType()) {
            case RpcidlLexer.STRING -> "string";
            case RpcidlLexer.NUMBER -> JSON_NUMBER.matcher(word.getText()).matches() ? "number" : "other";
            default -> !name && KEYWORDS.contains(word.getText()) ? "keyword" : "other";
        };
    }

    private static String kind(String scope) {
        if (scope.contains("string.quoted")) {
            return "string";
        } else if (scope.contains("comment")) {
            return "comment";
        } else if (scope.contains("constant.numeric")) {
            return "number";
        }
        return TextMateTest.isKeyword(scope) ? "keyword" : "other";
    }
}
