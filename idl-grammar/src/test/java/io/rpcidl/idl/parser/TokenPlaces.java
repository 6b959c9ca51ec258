package io.rpcidl.idl.parser;

import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Where the tokens of a file stand, also of one that does not follow the grammar. */
public final class TokenPlaces {

    private TokenPlaces() {}

    /** Returns start and end of every token, without comments. */
    public static List<int[]> of(SourceFile file) {
        List<int[]> places = new ArrayList<>();
        for (Token token : TokenReader.read(file, new DiagnosticSink()).orElseThrow()) {
            if (token.getChannel() == Token.DEFAULT_CHANNEL && token.getType() != Token.EOF) {
                places.add(new int[] {token.getStartIndex(), token.getStopIndex() + 1});
            }
        }
        return places;
    }

    /** Returns which token stands at an offset, or before it. */
    public static int index(SourceFile file, int offset) {
        int index = -1;
        for (int[] place : of(file)) {
            if (place[0] > offset) {
                break;
            }
            index++;
        }
        return index;
    }
}
