package io.rpcidl.idl.parser;

import io.rpcidl.idl.ast.Item;
import io.rpcidl.idl.ast.SourceUnit;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.source.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * Parses one file:
 *
 * <ol>
 *   <li>{@link TokenReader} cuts it into tokens;
 *   <li>{@link EnumCommas} adds commas that an enum lacks;
 *   <li>{@link TokenCheck} refuses malformed ones;
 *   <li>{@link DepthCheck} refuses deep nesting, before anything recurses;
 *   <li>ANTLR parses, {@link Recovery} words the mistakes and goes on behind them;
 *   <li>{@link UnitBuilder} makes the tree of what was understood.
 * </ol>
 */
public final class IdlParser {

    private IdlParser() {}

    /** Returns what could be understood of a file; whatever it holds, this returns, with every mistake in the sink. */
    public static SourceUnit parse(SourceFile file, DiagnosticSink sink) {
        int before = sink.errorsIn(file);
        Optional<ParsedText> parsed = ParsedText.of(file, sink);
        if (parsed.isEmpty()) {
            return new SourceUnit(file, List.of(), true);
        }
        boolean damaged = sink.errorsIn(file) > before;
        ExpressionBuilder expressions = new ExpressionBuilder(file);
        DocComments docs = new DocComments(file, parsed.get().tokens());
        MemberBuilder members = new MemberBuilder(expressions, docs, sink);
        List<Item> items =
                new UnitBuilder(expressions, members, docs).items(parsed.get().tree());
        return new SourceUnit(file, items, damaged);
    }
}
