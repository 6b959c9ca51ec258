package io.rpcidl.idl.compile;

import io.rpcidl.idl.Fixtures;
import io.rpcidl.idl.Golden;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The grammar in the language's text is that of the parser; {@code -Dgolden.update=true} copies it there. */
class GrammarDocTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "language.md");
    private static final Path GRAMMAR = Path.of("src", "main", "antlr4", "io", "rpcidl", "idl", "parser", "Rpcidl.g4");
    private static final String OPENING = "```antlr\n";

    @Test
    void isTheGrammarOfTheParser() {
        String page = Fixtures.read(DOCUMENT);
        int start = page.indexOf(OPENING) + OPENING.length();
        int end = page.indexOf("```", start);
        Golden.check(DOCUMENT, page.substring(0, start) + rules() + page.substring(end));
    }

    /** Returns the rules whose names begin with a small letter. */
    private static String rules() {
        String grammar = Fixtures.read(GRAMMAR);
        int start = grammar.indexOf("\nfile\n") + 1;
        return grammar.substring(start, grammar.indexOf("\nRPCIDL ") + 1).stripTrailing() + "\n";
    }
}
