package io.rpcidl.idl.parser;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.source.SourceFile;
import io.rpcidl.idl.source.Span;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;

/**
 * Refuses malformed words. The lexer takes more than the language allows; here a mistake is named for what it is, and
 * its token is remembered, so that the parser does not complain about it once more.
 */
final class TokenCheck {

    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]*+)(\\.[0-9]++)?([eE][+-]?[0-9]++)?|-Infinity");

    /** Names become names of files, most of which may have 255 characters. */
    private static final int LONGEST_NAME = 128;

    private final SourceFile file;
    private final DiagnosticSink sink;
    /** The end of a text in single quotes, which has been refused as a whole. */
    private int quotedTo;

    private final BitSet bad = new BitSet();

    private TokenCheck(SourceFile file, DiagnosticSink sink) {
        this.file = file;
        this.sink = sink;
    }

    /** Reports what is wrong and returns the indexes of the tokens it is wrong with. */
    static BitSet check(SourceFile file, List<Token> tokens, DiagnosticSink sink) {
        TokenCheck check = new TokenCheck(file, sink);
        check.checkBidiControls();
        for (Token token : tokens) {
            int before = sink.errorsIn(file);
            if (token.getStartIndex() < check.quotedTo) {
                check.bad.set(token.getTokenIndex());
                continue;
            }
            check.checkToken(token);
            check.bad.set(token.getTokenIndex(), sink.errorsIn(file) > before);
        }
        return check.bad;
    }

    /** Controls of direction make a text read otherwise than it means (CVE-2021-42574), also within comments. */
    private void checkBidiControls() {
        String text = file.text();
        for (int i = 0; i < text.length(); i++) {
            if (isBidiControl(text.charAt(i))) {
                sink.add(Diagnostic.of(
                                Code.BIDI_CONTROL,
                                new Span(file, i, i + 1),
                                name(text.charAt(i)) + " changes the direction of the text around it")
                        .withHelp("remove it, or write it in a string as \\u" + hex(text.charAt(i))));
            }
        }
    }

    private static boolean isBidiControl(char c) {
        return (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\u200E'
                || c == '\u200F'
                || c == '\u061C';
    }

    private void checkToken(Token token) {
        switch (token.getType()) {
            case RpcidlLexer.NAME -> checkName(token);
            case RpcidlLexer.NUMBER -> checkNumber(token);
            case RpcidlLexer.STRING -> checkString(token);
            case RpcidlLexer.UNKNOWN -> refuseUnknown(token.getStartIndex());
            case RpcidlLexer.UNCLOSED_STRING ->
                sink.add(Code.UNCLOSED_STRING, Tokens.span(file, token), "the string has no closing '\"' on its line");
            case RpcidlLexer.UNCLOSED_COMMENT ->
                sink.add(
                        Code.UNCLOSED_COMMENT,
                        new Span(file, token.getStartIndex(), token.getStartIndex() + 2),
                        "the comment has no closing '*/'");
            default -> {}
        }
    }

    private void checkName(Token token) {
        String text = Tokens.text(file, token);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7E) {
                refuseCharacter(token.getStartIndex() + i);
                return;
            }
        }
        Span span = Tokens.span(file, token);
        if (text.length() > LONGEST_NAME) {
            sink.add(Code.BAD_NAME, span, "the name has more than " + LONGEST_NAME + " characters");
        } else if (text.indexOf('$') >= 0) {
            sink.add(Code.BAD_NAME, span, "the name '" + text + "' contains '$'");
        } else if (text.startsWith("_") || text.endsWith("_")) {
            String where = text.startsWith("_") ? "starts" : "ends";
            sink.add(Diagnostic.of(Code.BAD_NAME, span, "the name '" + text + "' " + where + " with '_'")
                    .withHelp("such names are kept for generated code; another name on the wire is given by @wire"));
        }
    }

    private void checkNumber(Token token) {
        String text = Tokens.text(file, token);
        if (!NUMBER.matcher(text).matches()) {
            sink.add(Diagnostic.of(
                            Code.BAD_NUMBER, Tokens.span(file, token), "'" + Excerpts.cut(text) + "' is not a number")
                    .withHelp("numbers are those of JSON: no leading zeros, no '_', no suffix"));
        }
    }

    private void checkString(Token token) {
        StringText.decode(Tokens.text(file, token), (offset, length, message) -> {
            int start = token.getStartIndex() + offset;
            if (length != 1 || !isBidiControl(file.text().charAt(start))) {
                sink.add(Code.BAD_STRING, new Span(file, start, start + length), message);
            }
        });
    }

    private void refuseUnknown(int offset) {
        String text = file.text();
        int end = offset + 1;
        while (text.charAt(offset) == '\'' && end < text.length() && "'\r\n;".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (end < text.length() && end > offset + 1 && text.charAt(end) == '\'') {
            quotedTo = end + 1;
            sink.add(Diagnostic.of(
                            Code.UNEXPECTED_CHARACTER,
                            new Span(file, offset, quotedTo),
                            "a string stands in double quotes, not in single ones")
                    .withHelp("write \"" + Excerpts.cut(text.substring(offset + 1, end)) + "\""));
            return;
        }
        if (text.startsWith("->", offset)) {
            sink.add(Diagnostic.of(
                            Code.UNEXPECTED_CHARACTER, new Span(file, offset, offset + 2), "unexpected characters '->'")
                    .withHelp("the result of a method stands behind ':', such as ': Money'"));
            quotedTo = offset + 2;
            return;
        }
        refuseCharacter(offset);
    }

    private void refuseCharacter(int offset) {
        int codePoint = file.text().codePointAt(offset);
        if (isBidiControl((char) codePoint)) {
            return;
        }
        boolean visible = codePoint > 0x20 && codePoint < 0x7F;
        Span span = new Span(file, offset, offset + Character.charCount(codePoint));
        Diagnostic diagnostic = Diagnostic.of(
                Code.UNEXPECTED_CHARACTER,
                span,
                "unexpected character " + (visible ? "'" + (char) codePoint + "'" : name(codePoint)));
        sink.add(visible ? diagnostic : diagnostic.withHelp("outside comments and strings the text is ASCII"));
    }

    private static String name(int codePoint) {
        String name = Character.getName(codePoint);
        return "U+" + hex(codePoint) + (name == null ? "" : " " + name);
    }

    private static String hex(int codePoint) {
        return String.format(Locale.ROOT, "%04X", codePoint);
    }
}
