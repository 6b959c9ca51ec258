package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.ast.AliasDeclaration;
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

/** Finds the member of an enum, such as {@code Stock.IN_STOCK} or {@code alias.Stock.IN_STOCK}, that is a value. */
final class MemberLinker {

    private final SymbolTable table;
    private final FileScope scope;
    private final Links links;
    private final Mismatches mismatches;
    private final DiagnosticSink sink;
    private final Map<QualifiedName, Set<String>> members = new HashMap<>();

    MemberLinker(SymbolTable table, FileScope scope, Links links, Mismatches mismatches, DiagnosticSink sink) {
        this.table = table;
        this.scope = scope;
        this.links = links;
        this.mismatches = mismatches;
        this.sink = sink;
    }

    Mismatches mismatches() {
        return mismatches;
    }

    Optional<Value> value(Literal literal, TypeRef.Named type, EnumDeclaration enumeration) {
        Set<String> names = members.computeIfAbsent(type.name(), key -> names(enumeration));
        String wanted = "a member such as '" + enumeration.name() + "."
                + (names.isEmpty() ? "NAME" : names.iterator().next()) + "'";
        if (!(literal instanceof NameLiteral name)) {
            return mismatches.report(literal, type, wanted);
        }
        List<Name> parts = name.name().parts();
        if (parts.size() == 1) {
            List<String> full =
                    names.stream().map(each -> enumeration.name() + "." + each).toList();
            boolean bare = names.contains(parts.get(0).text());
            return mismatches.report(
                    literal,
                    type,
                    bare ? "'" + enumeration.name() + "." + parts.get(0) + "'" : wanted,
                    bare ? List.of("-") : full);
        }
        List<Name> prefix = parts.subList(0, parts.size() - 1);
        Optional<Symbol> owner = scope.find(prefix);
        if (owner.isEmpty() && scope.isLost(prefix)) {
            return Optional.empty();
        }
        if (owner.filter(symbol -> means(symbol, type)).isEmpty()) {
            return mismatches.report(literal, type, wanted, List.of("-"));
        }
        return member(name.name(), type, names);
    }

    /** An alias of an enum names it as well as its own name does. */
    private boolean means(Symbol symbol, TypeRef.Named type) {
        return symbol.name().equals(type.name())
                || symbol.declaration() instanceof AliasDeclaration alias
                        && links.type(alias.type())
                                .filter(found -> found.plain().equals(type))
                                .isPresent();
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
        boolean whole = owner.find(type.name().simpleName())
                .filter(symbol -> owner.isWhole(symbol.declaration()))
                .isPresent();
        if (whole) {
            sink.add(Diagnostic.of(Code.UNKNOWN_MEMBER, name.last().span(), message)
                    .withHelp(sink.wantsHelp(name.span().file()) ? Suggestion.among(names, member) : Optional.empty()));
        }
        return Optional.empty();
    }
}
