package io.rpcidl.idl.thrift;

import io.rpcidl.idl.source.SourceFile;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

/** Hands out the comments of a file, each once: to what follows, to what ends on their line, or to what holds them. */
final class Remarks {

    private final SourceFile file;
    private final CommonTokenStream tokens;
    private final BitSet taken = new BitSet();

    Remarks(SourceFile file, CommonTokenStream tokens) {
        this.file = file;
        this.tokens = tokens;
    }

    /** Returns the comments directly before a token. */
    List<Remark> before(Token token) {
        int from = token.getTokenIndex();
        while (from > 0 && isHidden(from - 1)) {
            from--;
        }
        return take(from, token.getTokenIndex());
    }

    /** Returns the comments that end a token's line, if nothing but them follows on it. */
    List<Remark> behind(Token token) {
        int from = token.getTokenIndex() + 1;
        int to = from;
        while (to < tokens.size() && isHidden(to) && line(to) == token.getLine() && endLine(to) == token.getLine()) {
            to++;
        }
        boolean endsLine = to == tokens.size() || tokens.get(to).getType() == Token.EOF || line(to) > token.getLine();
        return endsLine ? take(from, to) : List.of();
    }

    /** Returns the comments between two tokens that nobody took; they document nothing. */
    List<Remark> within(Token first, Token last) {
        return take(first.getTokenIndex(), last.getTokenIndex()).stream()
                .map(Remark::undocumented)
                .toList();
    }

    /** Returns whether a blank line is between a token, with its comments, and what stands above. */
    boolean isSpaced(Token token) {
        int from = token.getTokenIndex();
        while (from > 0 && isHidden(from - 1) && !taken.get(from - 1)) {
            from--;
        }
        return from > 0 && line(from) > endLine(from - 1) + 1;
    }

    /** Returns the separator behind a token, if there is one, as comments stand behind that. */
    Token separatorBehind(Token token) {
        int next = token.getTokenIndex() + 1;
        int type = next < tokens.size() ? tokens.get(next).getType() : Token.EOF;
        return type == ThriftLexer.COMMA || type == ThriftLexer.SEMICOLON ? tokens.get(next) : token;
    }

    private List<Remark> take(int from, int to) {
        List<Remark> remarks = new ArrayList<>();
        for (int i = from; i < to; i++) {
            int type = tokens.get(i).getType();
            boolean isComment = type == ThriftLexer.COMMENT || type == ThriftLexer.LINE_COMMENT;
            if (isComment && !taken.get(i)) {
                taken.set(i);
                remarks.add(remark(tokens.get(i), i + 1 < tokens.size() && line(i + 1) > endLine(i) + 1));
            }
        }
        return remarks;
    }

    private Remark remark(Token token, boolean apart) {
        String text = Places.text(file, token);
        if (token.getType() == ThriftLexer.LINE_COMMENT) {
            String said = text.substring(text.startsWith("#") ? 1 : 2);
            return new Remark(Remark.Kind.LINE, said.stripTrailing(), apart);
        }
        boolean isDoc = text.startsWith("/**") && text.length() > "/**/".length();
        String inner = text.substring(isDoc ? 3 : 2, text.length() - 2);
        Remark.Kind kind = isDoc && !inner.isBlank() ? Remark.Kind.DOC : Remark.Kind.BLOCK;
        return new Remark(kind, Margins.remove(inner), apart);
    }

    private boolean isHidden(int index) {
        return tokens.get(index).getChannel() != Token.DEFAULT_CHANNEL;
    }

    private int line(int index) {
        return tokens.get(index).getLine();
    }

    private int endLine(int index) {
        Token token = tokens.get(index);
        return line(index) + (int) Places.text(file, token).lines().skip(1).count();
    }
}
