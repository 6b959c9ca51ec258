package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.ast.AliasDeclaration;
import io.rpcidl.idl.ast.AnnotatedType;
import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.ast.Traversal;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Links the types of all aliases, those first that others are made of. What an alias stands for is copied to wherever it is
 * used, so it is bounded: without a limit a few lines could stand for a type that fills the memory.
 */
final class AliasLinker {

    /** How many types, one within another, an alias may stand for. */
    static final int PARTS = 64;

    private final Map<Declaration, TypeLinker> linkers = new IdentityHashMap<>();
    private final Map<Declaration, FileScope> scopes = new IdentityHashMap<>();
    private final Set<Declaration> circular = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Links links;
    private final DiagnosticSink sink;

    AliasLinker(Links links, DiagnosticSink sink) {
        this.links = links;
        this.sink = sink;
    }

    /** Takes an alias, of the file that a scope and a linker belong to. */
    void add(AliasDeclaration alias, FileScope scope, TypeLinker linker) {
        scopes.put(alias, scope);
        linkers.put(alias, linker);
    }

    /** Links aliases, which have all been added. */
    void link(List<AliasDeclaration> aliases) {
        DependencyOrder<AliasDeclaration> order = new DependencyOrder<>(this::others, this::linkOne, this::refuse);
        aliases.forEach(order::visit);
    }

    private List<AliasDeclaration> others(AliasDeclaration alias) {
        FileScope scope = scopes.get(alias);
        return Traversal.types(alias)
                .filter(type -> !BuiltinNames.contains(type.name().text()))
                .flatMap(type -> scope.find(type.name()).stream())
                .map(Symbol::declaration)
                .filter(scopes::containsKey)
                .map(AliasDeclaration.class::cast)
                .toList();
    }

    private void linkOne(AliasDeclaration alias) {
        if (circular.contains(alias)) {
            return;
        }
        linkers.get(alias)
                .link(new AnnotatedType(alias.type(), alias.typeAnnotations(), false))
                .filter(type -> TypeParts.count(type) > PARTS)
                .ifPresent(type -> {
                    links.remove(alias.type());
                    sink.add(
                            Code.TYPE_TOO_LARGE,
                            alias.type().span(),
                            "the alias '" + alias.name() + "' stands for a type of more than " + PARTS + " parts");
                });
    }

    private void refuse(List<AliasDeclaration> circle) {
        circular.addAll(circle);
        AliasDeclaration first = circle.get(0);
        List<String> names = circle.stream().map(each -> each.name().text()).toList();
        String message = "the alias '" + first.name() + "' stands for itself: " + Circles.text(names);
        sink.add(Diagnostic.of(Code.STANDS_FOR_ITSELF, first.name().span(), message)
                .withHelp("a type that contains itself is a struct, a union or a newtype"));
    }
}
