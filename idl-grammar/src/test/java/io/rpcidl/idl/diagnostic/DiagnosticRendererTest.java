package io.rpcidl.idl.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.idl.source.SourceFile;
import io.rpcidl.idl.source.Span;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DiagnosticRendererTest {

    @Test
    void printsThePlaceTheLineAndWhatToDo() {
        String text = "\n".repeat(11) + "  name: Strng;\n";
        Diagnostic diagnostic = at("catalog.rpcidl", text, "Strng").withHelp("did you mean 'string'?");
        assertEquals("""
                error[RI0123]: unknown type 'Strng'
                 --> catalog.rpcidl:12:9
                   |
                12 |   name: Strng;
                   |         ^^^^^
                   = help: did you mean 'string'?
                """, DiagnosticRenderer.render(diagnostic));
        assertEquals(
                "catalog.rpcidl:12:9: error[RI0123]: unknown type 'Strng' (did you mean 'string'?)",
                DiagnosticRenderer.renderLine(diagnostic));
    }

    @Test
    void putsTheCaretUnderTabsAndWideAndInvisibleText() {
        assertEquals("1 |   a Strng;\n  |     ^^^^^\n", excerpt("  a\tStrng;", "Strng"));
        assertEquals("1 |     a Strng;\n  |       ^^^^^\n", excerpt("\ta Strng;", "Strng"));
        assertEquals("1 | \u6F22\u5B57 Strng;\n  |      ^^^^^\n", excerpt("\u6F22\u5B57 Strng;", "Strng"));
        assertEquals("1 | e\u0301 Strng;\n  |   ^^^^^\n", excerpt("e\u0301 Strng;", "Strng"));
        assertEquals("1 | \uD83D\uDE00 Strng;\n  |    ^^^^^\n", excerpt("\uD83D\uDE00 Strng;", "Strng"));
        assertEquals("1 | \\u{1b}[31m Strng\n  |            ^^^^^\n", excerpt("\u001B[31m Strng", "Strng"));
        assertEquals("1 | \\u{202e}Strng\n  |         ^^^^^\n", excerpt("\u202EStrng", "Strng"));
    }

    @Test
    void cutsLongLinesAroundTheCaret() {
        String excerpt = excerpt("x".repeat(5_000) + "Strng" + "y".repeat(5_000), "Strng");
        String[] lines = excerpt.split("\n");
        assertEquals(lines[0].indexOf("Strng"), lines[1].indexOf("^^^^^"));
        assertTrue(lines[0].startsWith("1 | ...xxx") && lines[0].endsWith("yyy..."), excerpt);
        assertTrue(lines[0].length() < 300, excerpt);
    }

    @Test
    void marksAPointAndTheEndOfAFile() {
        SourceFile file = new SourceFile("a", "ab\r\n");
        assertEquals(
                "error[RI0020]: x\n--> a:1:3\n  |\n1 | ab\n  |   ^\n",
                DiagnosticRenderer.render(Diagnostic.of(Code.SYNTAX, new Span(file, 2, 2), "x")));
        assertEquals(
                "error[RI0020]: x\n--> a:2:1\n  |\n2 |\n  | ^\n",
                DiagnosticRenderer.render(Diagnostic.of(Code.SYNTAX, new Span(file, 4, 4), "x")));
        assertEquals(
                "error[RI0001]: x\n--> empty:1:1\n",
                DiagnosticRenderer.render(
                        Diagnostic.of(Code.UNREADABLE_FILE, new Span(new SourceFile("empty", ""), 0, 0), "x")));
    }

    @Test
    void escapesWhatNamesAndMessagesBringAlong() {
        Span span = new Span(new SourceFile("a\nb", ""), 0, 0);
        assertEquals(
                "a\\u{a}b:1:1: error[RI0020]: x\\u{1b}[31m",
                DiagnosticRenderer.renderLine(Diagnostic.of(Code.SYNTAX, span, "x\u001B[31m")));
    }

    @Test
    void suggestsTheNearestName() {
        assertEquals(Optional.of("string"), Suggestion.nearest(Stream.of("int32", "string"), "Strng"));
        assertEquals(Optional.of("list"), Suggestion.nearest(Stream.of("list", "set"), "lsit"));
        assertEquals(Optional.empty(), Suggestion.nearest(Stream.of("int32", "string"), "Product"));
    }

    private static String excerpt(String line, String marked) {
        String all = DiagnosticRenderer.render(at("a", line, marked));
        return all.substring(all.indexOf("|\n") + 2);
    }

    private static Diagnostic at(String name, String text, String marked) {
        int start = text.indexOf(marked);
        Span span = new Span(new SourceFile(name, text), start, start + marked.length());
        return Diagnostic.of(Code.UNKNOWN_TYPE, span, "unknown type '" + marked + "'");
    }

    @Test
    void coloursStandOutAndChangeNoText() {
        SourceFile file = new SourceFile("a.rpcidl", "package a;\nstruct S {}\n");
        Diagnostic diagnostic = Diagnostic.of(Code.DUPLICATE_NAME, new Span(file, 18, 19), "'S' is there twice")
                .withHelp("rename it")
                .withRelated("first here", new Span(file, 8, 9));
        String coloured = DiagnosticRenderer.render(diagnostic, Palette.ANSI);
        assertEquals(
                "\u001B[1;31merror[RI0100]\u001B[0m\u001B[1m: 'S' is there twice\u001B[0m",
                coloured.lines().findFirst().orElseThrow());
        assertEquals(DiagnosticRenderer.render(diagnostic), coloured.replaceAll("\u001B\\[[0-9;]*m", ""));
    }
}
