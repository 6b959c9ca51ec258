package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.ast.Literal;
import io.rpcidl.idl.ast.Name;
import io.rpcidl.idl.ast.NameLiteral;
import io.rpcidl.idl.ast.Node;
import io.rpcidl.idl.ast.TextLiteral;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.diagnostic.Suggestion;
import io.rpcidl.idl.model.TypeRef;
import io.rpcidl.idl.source.Span;
import java.util.Map;
import java.util.Optional;

/** Finds the members that the keys of a value of a struct or a union name. */
final class MemberKeys {

    private final SymbolTable table;
    private final DiagnosticSink sink;

    MemberKeys(SymbolTable table, DiagnosticSink sink) {
        this.table = table;
        this.sink = sink;
    }

    /** Returns the name of a member that is there. */
    Optional<Name> name(Literal key, TypeRef.Named type, Map<String, Node> known) {
        if (!(key instanceof NameLiteral literal) || literal.name().parts().size() != 1) {
            Diagnostic diagnostic = Diagnostic.of(
                    Code.DEFAULT_OF_WRONG_TYPE,
                    key.span(),
                    "a member of '" + type.name().simpleName() + "' is named by its name, not by "
                            + Mismatches.kind(key));
            Optional<String> bare = key instanceof TextLiteral text && known.containsKey(text.value())
                    ? Optional.of("write " + text.value() + " without quotes")
                    : Optional.empty();
            sink.add(diagnostic.withHelp(bare));
            return Optional.empty();
        }
        Name name = literal.name().last();
        if (known.containsKey(name.text())) {
            return Optional.of(name);
        }
        if (!isDamaged(type)) {
            String message = "'" + type.name().simpleName() + "' has no member '" + name + "'";
            sink.add(Diagnostic.of(Code.UNKNOWN_MEMBER, name.span(), message)
                    .withHelp(
                            sink.wantsHelp(name.span().file())
                                    ? Suggestion.among(known.keySet(), name.text())
                                    : Optional.empty()));
        }
        return Optional.empty();
    }

    static boolean isKnown(Literal key, Map<String, Node> known) {
        return key instanceof NameLiteral literal
                && known.containsKey(literal.name().text());
    }

    boolean isFirst(Name name, Map<String, Span> seen) {
        Span first = seen.putIfAbsent(name.text(), name.span());
        if (first != null) {
            sink.add(Diagnostic.of(Code.DUPLICATE_ELEMENT, name.span(), "the member '" + name + "' is there twice")
                    .withRelated("first here", first));
        }
        return first == null;
    }

    /** Returns whether members may have been lost in a syntax error. */
    boolean isDamaged(TypeRef.Named type) {
        PackageScope scope = table.packages().get(type.name().packageName());
        return scope.find(type.name().simpleName())
                .filter(symbol -> scope.isWhole(symbol.declaration()))
                .isEmpty();
    }
}
