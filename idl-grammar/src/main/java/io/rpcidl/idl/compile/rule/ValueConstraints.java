package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.ast.ListLiteral;
import io.rpcidl.idl.ast.Literal;
import io.rpcidl.idl.ast.MapLiteral;
import io.rpcidl.idl.ast.NameLiteral;
import io.rpcidl.idl.ast.NewtypeDeclaration;
import io.rpcidl.idl.ast.Traversal;
import io.rpcidl.idl.ast.TypeExpression;
import io.rpcidl.idl.ast.UnionDeclaration;
import io.rpcidl.idl.ast.UnionMember;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.compile.link.Symbol;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.model.Constraint;
import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.model.TypeRef;
import io.rpcidl.idl.model.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Walks through a value, beside its type and what was written; a value from a constant is placed where that is used. */
final class ValueConstraints {

    private final LinkedContract contract;
    private final ConstraintCheck checks;
    private final Map<QualifiedName, Map<String, TypeExpression>> members = new HashMap<>();

    ValueConstraints(LinkedContract contract, DiagnosticSink sink) {
        this.contract = contract;
        this.checks = new ConstraintCheck(sink);
    }

    /** Reports what breaks a constraint; depths of values and of newtypes are bounded by the linker. */
    void check(Literal place, Value value, TypeRef type) {
        if (type instanceof TypeRef.Nullable nullable) {
            check(place, value, nullable.type());
            return;
        }
        if (type instanceof TypeRef.Constrained constrained) {
            for (Constraint constraint : constrained.constraints()) {
                checks.check(constraint, value, place.span());
            }
        }
        TypeRef plain = type.plain();
        if (value instanceof Value.Elements elements && element(plain).isPresent()) {
            checkElements(place, elements.values(), element(plain).get());
        } else if (value instanceof Value.Entries entries && plain instanceof TypeRef.MapOf map) {
            checkEntries(place, entries.entries(), map);
        } else if (plain instanceof TypeRef.Named named) {
            checkNamed(place, value, named);
        }
    }

    private static Optional<TypeRef> element(TypeRef type) {
        if (type instanceof TypeRef.ListOf list) {
            return Optional.of(list.element());
        }
        return type instanceof TypeRef.SetOf set ? Optional.of(set.element()) : Optional.empty();
    }

    private void checkElements(Literal place, List<Value> values, TypeRef element) {
        for (int i = 0; i < values.size(); i++) {
            check(place instanceof ListLiteral list ? list.elements().get(i) : place, values.get(i), element);
        }
    }

    private void checkEntries(Literal place, List<Value.Entry> entries, TypeRef.MapOf type) {
        for (int i = 0; i < entries.size(); i++) {
            Optional<MapLiteral.Entry> written =
                    place instanceof MapLiteral map ? Optional.of(map.entries().get(i)) : Optional.empty();
            check(
                    written.map(MapLiteral.Entry::key).orElse(place),
                    entries.get(i).key(),
                    type.key());
            check(
                    written.map(MapLiteral.Entry::value).orElse(place),
                    entries.get(i).value(),
                    type.value());
        }
    }

    private void checkNamed(Literal place, Value value, TypeRef.Named type) {
        Optional<Declaration> declaration = contract.table().find(type.name()).map(Symbol::declaration);
        if (declaration.orElse(null) instanceof NewtypeDeclaration newtype) {
            // One that is made of nothing stands in a circle.
            contract.links()
                    .underlying(newtype)
                    .flatMap(made -> contract.links().type(newtype.type()))
                    .ifPresent(made -> check(place, value, made));
        } else if (value instanceof Value.Members all) {
            all.members().forEach((name, each) -> checkMember(place, all.type(), name, each));
        } else if (value instanceof Value.Case one) {
            one.payload().ifPresent(payload -> checkMember(place, one.union(), one.member(), payload));
        }
    }

    private void checkMember(Literal place, QualifiedName owner, String name, Value value) {
        Literal written = place;
        if (place instanceof MapLiteral map) {
            written = map.entries().stream()
                    .filter(entry -> entry.key() instanceof NameLiteral key
                            && key.name().text().equals(name))
                    .map(MapLiteral.Entry::value)
                    .findFirst()
                    .orElse(place);
        }
        Literal at = written;
        Optional.ofNullable(members.computeIfAbsent(owner, this::members).get(name))
                .flatMap(type -> contract.links().type(type))
                .ifPresent(type -> check(at, value, type));
    }

    private Map<String, TypeExpression> members(QualifiedName owner) {
        Map<String, TypeExpression> types = new HashMap<>();
        contract.table().find(owner).map(Symbol::declaration).ifPresent(declaration -> {
            Traversal.fields(declaration)
                    .forEach(field -> types.putIfAbsent(field.name().text(), field.type()));
            if (declaration instanceof UnionDeclaration union) {
                for (UnionMember member : union.members()) {
                    member.type()
                            .ifPresent(type -> types.putIfAbsent(member.name().text(), type));
                }
            }
        });
        return types;
    }
}
