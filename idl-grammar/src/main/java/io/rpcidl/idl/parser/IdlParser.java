package io.rpcidl.idl.parser;

import io.rpcidl.idl.ast.Damage;
import io.rpcidl.idl.ast.Item;
import io.rpcidl.idl.ast.SourceUnit;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        DiagnosticSink mistakes = new DiagnosticSink();
        Optional<ParsedText> parsed = ParsedText.of(file, mistakes);
        List<Diagnostic> found = mistakes.sorted();
        found.forEach(sink::add);
        if (parsed.isEmpty()) {
            return new SourceUnit(file, List.of(), Optional.of(new Damage(new int[0], Set.of(), true)));
        }
        ExpressionBuilder expressions = new ExpressionBuilder(file);
        DocComments docs = new DocComments(file, parsed.get().tokens());
        MemberBuilder members = new MemberBuilder(expressions, docs, sink);
        List<Item> items =
                new UnitBuilder(expressions, members, docs).items(parsed.get().tree());
        Optional<Damage> damage = mistakes.hasErrors()
                ? Optional.of(DamageReader.read(file, parsed.get().tokens(), items, found))
                : Optional.empty();
        return new SourceUnit(file, items, damage);
    }
}
