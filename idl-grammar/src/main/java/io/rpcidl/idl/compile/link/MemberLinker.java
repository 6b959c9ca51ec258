package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.ast.ConstDeclaration;
import io.rpcidl.idl.ast.DottedName;
import io.rpcidl.idl.ast.EnumDeclaration;
import io.rpcidl.idl.ast.Literal;
import io.rpcidl.idl.ast.Name;
import io.rpcidl.idl.ast.NameLiteral;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.diagnostic.Suggestion;
import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.model.TypeRef;
import io.rpcidl.idl.model.Value;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the member of an enum, such as {@code Stock.IN_STOCK} or {@code alias.Stock.IN_STOCK}, that is a default. */
final class MemberLinker {

    private final SymbolTable table;
    private final FileScope scope;
    private final DiagnosticSink sink;
    private final Map<QualifiedName, Set<String>> members = new HashMap<>();

    MemberLinker(SymbolTable table, FileScope scope, DiagnosticSink sink) {
        this.table = table;
        this.scope = scope;
        this.sink = sink;
    }

    /** Returns the declaration of a type that has been linked. */
    Symbol declaration(QualifiedName name) {
        return table.find(name.packageName())
                .flatMap(found -> found.find(name.simpleName()))
                .orElseThrow(() -> new IllegalStateException("not declared: " + name));
    }

    /** Returns whether a name is that of a constant: not supported yet, which its declaration is told. */
    boolean isConstant(Literal literal) {
        return literal instanceof NameLiteral name
                && scope.find(name.name())
                        .filter(symbol -> symbol.declaration() instanceof ConstDeclaration)
                        .isPresent();
    }

    Optional<Value> value(Literal literal, TypeRef.Named type, EnumDeclaration enumeration) {
        Set<String> names = members.computeIfAbsent(type.name(), key -> names(enumeration));
        String wanted = "a member such as '" + enumeration.name() + "."
                + (names.isEmpty() ? "NAME" : names.iterator().next()) + "'";
        if (isConstant(literal)) {
            return Optional.empty();
        }
        if (!(literal instanceof NameLiteral name) || name.name().parts().size() == 1) {
            Mismatches.report(sink, literal, type, wanted);
            return Optional.empty();
        }
        List<Name> parts = name.name().parts();
        List<Name> prefix = parts.subList(0, parts.size() - 1);
        Optional<Symbol> owner = scope.find(prefix);
        if (owner.isEmpty() && scope.isLost(prefix)) {
            return Optional.empty();
        }
        if (owner.map(Symbol::name).filter(type.name()::equals).isEmpty()) {
            Mismatches.report(sink, literal, type, wanted);
            return Optional.empty();
        }
        return member(name.name(), type, names);
    }

    private static Set<String> names(EnumDeclaration enumeration) {
        return enumeration.members().stream()
                .map(member -> member.name().text())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Optional<Value> member(DottedName name, TypeRef.Named type, Set<String> names) {
        String member = name.last().text();
        if (names.contains(member)) {
            return Optional.of(new Value.Member(type.name(), member));
        }
        String message = "the enum '" + type.name().simpleName() + "' has no member '" + member + "'";
        PackageScope owner = table.packages().get(type.name().packageName());
        if (!owner.damaged()) {
            sink.add(Diagnostic.of(Code.UNKNOWN_MEMBER, name.last().span(), message)
                    .withHelp(sink.wantsHelp(name.span().file()) ? Suggestion.among(names, member) : Optional.empty()));
        }
        return Optional.empty();
    }
}
