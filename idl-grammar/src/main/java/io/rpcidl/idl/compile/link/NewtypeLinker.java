package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.ast.NewtypeDeclaration;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.model.TypeRef;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what newtypes are made of in the end, behind all other newtypes. To be asked when all types are linked. */
final class NewtypeLinker {

    /** How many newtypes may stand one behind the other. */
    static final int LEVELS = 64;

    private final SymbolTable table;
    private final Links links;
    private final DiagnosticSink sink;
    private final Map<Declaration, Integer> levels = new IdentityHashMap<>();
    private final Set<Declaration> refused = Collections.newSetFromMap(new IdentityHashMap<>());

    NewtypeLinker(SymbolTable table, Links links, DiagnosticSink sink) {
        this.table = table;
        this.links = links;
        this.sink = sink;
    }

    void link(List<NewtypeDeclaration> newtypes) {
        DependencyOrder<NewtypeDeclaration> order = new DependencyOrder<>(this::next, this::linkOne, this::refuse);
        newtypes.forEach(order::visit);
    }

    private List<NewtypeDeclaration> next(NewtypeDeclaration newtype) {
        return links
                .type(newtype.type())
                .map(TypeRef::plain)
                .filter(TypeRef.Named.class::isInstance)
                .flatMap(type -> table.find(((TypeRef.Named) type).name()))
                .map(Symbol::declaration)
                .filter(NewtypeDeclaration.class::isInstance)
                .map(NewtypeDeclaration.class::cast)
                .stream()
                .toList();
    }

    private void linkOne(NewtypeDeclaration newtype) {
        List<NewtypeDeclaration> next = next(newtype);
        int level =
                1 + next.stream().mapToInt(each -> levels.getOrDefault(each, 1)).sum();
        levels.put(newtype, level);
        if (level == LEVELS + 1) {
            sink.add(
                    Code.TYPE_TOO_LARGE,
                    newtype.type().span(),
                    "there are more than " + LEVELS + " newtypes behind '" + newtype.name() + "'");
        }
        if (level > LEVELS || refused.contains(newtype)) {
            return;
        }
        Optional<TypeRef> last = next.isEmpty() ? links.type(newtype.type()) : links.underlying(next.get(0));
        last.ifPresent(type -> links.putUnderlying(newtype, type));
    }

    private void refuse(List<NewtypeDeclaration> circle) {
        refused.addAll(circle);
        NewtypeDeclaration first = circle.get(0);
        List<String> names = circle.stream().map(each -> each.name().text()).toList();
        String message = "the newtype '" + first.name() + "' stands for itself: " + Circles.text(names);
        sink.add(Diagnostic.of(Code.STANDS_FOR_ITSELF, first.type().span(), message)
                .withHelp("a newtype is made of another type"));
    }
}
