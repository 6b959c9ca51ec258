package io.rpcidl.idl.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.parser.IdlParser;
import io.rpcidl.idl.parser.SyntaxReader;
import io.rpcidl.idl.source.SourceFile;
import java.util.Optional;
import java.util.regex.Pattern;

/** What holds whenever the formatter gives a text, checked without the formatter's own means. */
final class Formats {

    private static final String NAME = "format.rpcidl";
    private static final Pattern PLACE = Pattern.compile(NAME + ":[0-9]+:[0-9]+");

    private Formats() {}

    static Optional<String> format(String text) {
        return Formatter.format(new SourceFile(NAME, text), new DiagnosticSink());
    }

    static boolean follows(String text) {
        return SyntaxReader.read(new SourceFile(NAME, text), new DiagnosticSink())
                .isPresent();
    }

    /** Formats a text that follows the grammar, and checks all that is promised of the result. */
    static String checked(String text) {
        String formatted = format(text).orElseThrow();
        assertEquals(formatted, format(formatted).orElseThrow(), () -> "formatted again, from:\n" + text);
        assertEquals(meaning(text), meaning(formatted));
        assertTrue(formatted.isEmpty() || formatted.endsWith("\n"), "the end of the last line");
        assertFalse(formatted.endsWith("\n\n") || formatted.startsWith("\n"), "blank lines around the file");
        assertFalse(formatted.contains("\n\n\n"), "two blank lines");
        assertFalse(
                Pattern.compile("[\\t \\f]$", Pattern.MULTILINE)
                        .matcher(formatted)
                        .find(),
                "white space at a line's end");
        return formatted;
    }

    /** Returns the whole tree of a file, docs included, places left out. */
    static String meaning(String text) {
        String tree = IdlParser.parse(new SourceFile(NAME, text), new DiagnosticSink())
                .items()
                .toString();
        return PLACE.matcher(tree).replaceAll("").replace("], ", "],\n");
    }
}
