package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.ast.FieldDeclaration;
import io.rpcidl.idl.ast.NewtypeDeclaration;
import io.rpcidl.idl.ast.Traversal;
import io.rpcidl.idl.ast.TypeExpression;
import io.rpcidl.idl.ast.UnionDeclaration;
import io.rpcidl.idl.ast.UnionMember;
import io.rpcidl.idl.model.Builtin;
import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.model.TypeRef;
import io.rpcidl.idl.model.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes values equal exactly if programs will find them equal, however they were written; but for
 * members of structs that one leaves out and the other writes with the value of their default. */
final class ComparableValue {

    private final SymbolTable table;
    private final Links links;

    ComparableValue(SymbolTable table, Links links) {
        this.table = table;
        this.links = links;
    }

    Object of(Value value, TypeRef place) {
        TypeRef type = resolved(place.plain());
        if (value instanceof Value.Elements elements) {
            TypeRef inner = type instanceof TypeRef.SetOf set ? set.element() : ((TypeRef.ListOf) type).element();
            List<Object> all =
                    elements.values().stream().map(each -> of(each, inner)).toList();
            return type instanceof TypeRef.SetOf ? Set.copyOf(all) : all;
        }
        if (value instanceof Value.Entries entries) {
            TypeRef.MapOf map = (TypeRef.MapOf) type;
            return entries.entries().stream()
                    .collect(Collectors.toMap(
                            each -> of(each.key(), map.key()), each -> of(each.value(), map.value()), (a, b) -> a));
        }
        if (value instanceof Value.Members members) {
            Map<String, Object> all = new HashMap<>();
            members.members().forEach((name, each) -> all.put(name, of(each, member(members.type(), name))));
            return all;
        }
        if (value instanceof Value.Case one) {
            return List.of(one.member(), one.payload().map(each -> of(each, member(one.union(), one.member()))));
        }
        if (value instanceof Value.Number number) {
            return number(number.text(), (Builtin) type);
        }
        return value instanceof Value.Text text ? text(text.value(), (Builtin) type) : value;
    }

    private TypeRef resolved(TypeRef type) {
        if (type instanceof TypeRef.Encoded encoded) {
            return encoded.type();
        }
        if (type instanceof TypeRef.Named named
                && table.find(named.name()).orElseThrow().declaration() instanceof NewtypeDeclaration newtype) {
            return resolved(links.underlying(newtype).orElseThrow());
        }
        return type;
    }

    /** Returns the type of a member that has a value. */
    private TypeRef member(QualifiedName owner, String name) {
        Declaration declaration = table.find(owner).orElseThrow().declaration();
        Optional<TypeExpression> type = declaration instanceof UnionDeclaration union
                ? union.members().stream()
                        .filter(each -> each.name().text().equals(name))
                        .findFirst()
                        .flatMap(UnionMember::type)
                : Traversal.fields(declaration).stream()
                        .filter(each -> each.name().text().equals(name))
                        .findFirst()
                        .map(FieldDeclaration::type);
        return type.flatMap(links::type).orElseThrow();
    }

    private static Object number(String text, Builtin type) {
        return switch (type) {
            case FLOAT32 -> Float.valueOf(text);
            case FLOAT64 -> Double.valueOf(text);
            default -> new BigDecimal(text).stripTrailingZeros();
        };
    }

    private static Object text(String text, Builtin type) {
        return switch (type) {
            case UUID -> text.toLowerCase(Locale.ROOT);
            case TIME -> LocalTime.parse(text);
            case DATETIME -> LocalDateTime.parse(text);
            case TIMESTAMP -> OffsetDateTime.parse(text).toInstant();
            case DURATION -> Duration.parse(text);
            default -> text;
        };
    }
}
