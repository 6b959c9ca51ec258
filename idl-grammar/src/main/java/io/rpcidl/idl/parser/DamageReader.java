package io.rpcidl.idl.parser;

import io.rpcidl.idl.ast.Damage;
import io.rpcidl.idl.ast.Item;
import io.rpcidl.idl.ast.SourceUnit;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.source.SourceFile;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

/** Finds out how far the mistakes of a file reach: to the declarations they stand in, and to the words around these. */
final class DamageReader {

    private final SourceFile file;
    private final int[] offsets;
    private final Set<String> words = new HashSet<>();
    private boolean everything;

    private DamageReader(SourceFile file, int[] offsets) {
        this.file = file;
        this.offsets = offsets;
    }

    static Damage read(SourceFile file, CommonTokenStream tokens, List<Item> items, List<Diagnostic> mistakes) {
        int[] offsets = mistakes.stream()
                .filter(Diagnostic::isError)
                .mapToInt(each -> each.span().start())
                .sorted()
                .toArray();
        DamageReader reader = new DamageReader(file, offsets);
        reader.everything = mistakes.stream().anyMatch(each -> each.code() == Code.TOO_MANY_DIAGNOSTICS);
        reader.readWords(tokens, items);
        return new Damage(offsets, reader.words, reader.everything);
    }

    /** Tokens and items are both in the order of the text. */
    private void readWords(CommonTokenStream tokens, List<Item> items) {
        Damage places = new Damage(offsets, Set.of(), false);
        SourceUnit unit = new SourceUnit(file, items, Optional.of(places));
        List<Item> whole = items.stream().filter(unit::isWhole).toList();
        List<Token> words = tokens.getTokens().stream()
                .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL)
                .toList();
        int next = 0;
        for (int i = 0; i < words.size(); i++) {
            int start = words.get(i).getStartIndex();
            while (next < whole.size() && whole.get(next).span().end() <= start) {
                next++;
            }
            boolean inside = next < whole.size() && SourceUnit.start(whole.get(next)) <= start;
            if (!inside) {
                readWord(words, i);
            }
        }
    }

    private void readWord(List<Token> all, int i) {
        int type = all.get(i).getType();
        if (Tokens.isName(type)) {
            words.add(Tokens.text(file, all.get(i)));
        } else if (type == RpcidlLexer.LEFT_BRACE && i > 0 && Tokens.beginsItem(type(all, i - 1))) {
            // A declaration without a name, unless its name stands on the wrong side of a neighbour.
            boolean before = type(all, i - 2) == RpcidlLexer.NAME;
            boolean behind = type(all, i + 1) == RpcidlLexer.NAME && type(all, i + 2) != RpcidlLexer.COLON;
            everything |= !before && !behind;
        }
    }

    private static int type(List<Token> all, int i) {
        return i < 0 || i >= all.size() ? Token.INVALID_TYPE : all.get(i).getType();
    }
}
