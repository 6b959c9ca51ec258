package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.ast.FieldDeclaration;
import io.rpcidl.idl.ast.Literal;
import io.rpcidl.idl.ast.MapLiteral;
import io.rpcidl.idl.ast.Name;
import io.rpcidl.idl.ast.Node;
import io.rpcidl.idl.ast.StructDeclaration;
import io.rpcidl.idl.ast.UnionDeclaration;
import io.rpcidl.idl.ast.UnionMember;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.model.TypeRef;
import io.rpcidl.idl.model.Value;
import io.rpcidl.idl.source.Span;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Finds what the values of structs and unions mean: {@code {member: value}}. */
final class CompositeLinker {

    private final MemberKeys keys;
    private final Links links;
    private final Mismatches mismatches;
    private final DiagnosticSink sink;
    private final BiFunction<Literal, TypeRef, Optional<Value>> inner;
    private final Map<Declaration, Map<String, Node>> members = new IdentityHashMap<>();

    /**
     * Makes a linker.
     *
     * @param inner finds the values of members
     */
    CompositeLinker(
            SymbolTable table,
            Links links,
            Mismatches mismatches,
            DiagnosticSink sink,
            BiFunction<Literal, TypeRef, Optional<Value>> inner) {
        this.keys = new MemberKeys(table, sink);
        this.links = links;
        this.mismatches = mismatches;
        this.sink = sink;
        this.inner = inner;
    }

    Optional<Value> struct(Literal literal, TypeRef.Named type, StructDeclaration struct) {
        if (!(literal instanceof MapLiteral map)) {
            return mismatches.report(literal, type, "its members such as " + example(struct));
        }
        Map<String, Node> fields = members.computeIfAbsent(struct, key -> fields(struct));
        Map<String, Value> values = new LinkedHashMap<>();
        Map<String, Span> seen = new LinkedHashMap<>();
        for (MapLiteral.Entry entry : map.entries()) {
            Optional<Name> name = keys.name(entry.key(), type, fields);
            if (name.isPresent() && keys.isFirst(name.get(), seen)) {
                FieldDeclaration field =
                        (FieldDeclaration) fields.get(name.get().text());
                links.type(field.type())
                        .flatMap(wanted -> inner.apply(entry.value(), wanted))
                        .ifPresent(value -> values.put(name.get().text(), value));
            }
        }
        boolean named = map.entries().stream().allMatch(entry -> MemberKeys.isKnown(entry.key(), fields));
        boolean complete = named && isComplete(literal, type, struct, seen.keySet());
        return complete && values.size() == map.entries().size()
                ? Optional.of(new Value.Members(type.name(), values))
                : Optional.empty();
    }

    Optional<Value> union(Literal literal, TypeRef.Named type, UnionDeclaration union) {
        Map<String, Node> known = members.computeIfAbsent(union, key -> members(union));
        if (!(literal instanceof MapLiteral map) || map.entries().size() != 1) {
            String wanted = "exactly one member such as " + example(union);
            return mismatches.report(literal, type, wanted);
        }
        Literal value = map.entries().get(0).value();
        Optional<Name> name = keys.name(map.entries().get(0).key(), type, known);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        UnionMember member = (UnionMember) known.get(name.get().text());
        if (member.type().isPresent()) {
            return links.type(member.type().get())
                    .flatMap(wanted -> inner.apply(value, wanted))
                    .map(payload -> new Value.Case(type.name(), member.name().text(), Optional.of(payload)));
        }
        if (value instanceof MapLiteral empty && empty.entries().isEmpty()) {
            return Optional.of(new Value.Case(type.name(), member.name().text(), Optional.empty()));
        }
        sink.add(Diagnostic.of(
                        Code.DEFAULT_OF_WRONG_TYPE, value.span(), "the member '" + member.name() + "' holds nothing")
                .withHelp("write {" + member.name() + ": {}}"));
        return Optional.empty();
    }

    private static Map<String, Node> fields(StructDeclaration struct) {
        Map<String, Node> fields = new LinkedHashMap<>();
        struct.fields().forEach(field -> fields.putIfAbsent(field.name().text(), field));
        return fields;
    }

    private static Map<String, Node> members(UnionDeclaration union) {
        Map<String, Node> members = new LinkedHashMap<>();
        union.members().forEach(member -> members.putIfAbsent(member.name().text(), member));
        return members;
    }

    private static String example(StructDeclaration struct) {
        return struct.fields().isEmpty() ? "{}" : "{" + struct.fields().get(0).name() + ": ...}";
    }

    private static String example(UnionDeclaration union) {
        return union.members().isEmpty()
                ? "{name: ...}"
                : "{" + union.members().get(0).name() + ": ...}";
    }

    private boolean isComplete(Literal literal, TypeRef.Named type, StructDeclaration struct, Set<String> given) {
        List<Name> missing = struct.fields().stream()
                .filter(field ->
                        !field.type().optional() && field.defaultValue().isEmpty())
                .map(FieldDeclaration::name)
                .filter(name -> !given.contains(name.text()))
                .toList();
        if (!missing.isEmpty() && !keys.isDamaged(type)) {
            String names =
                    missing.stream().limit(5).map(each -> "'" + each + "'").collect(Collectors.joining(", "));
            String message =
                    "a value of '" + struct.name() + "' must have " + names + (missing.size() > 5 ? " and more" : "");
            sink.add(Diagnostic.of(Code.MEMBER_MISSING, literal.span(), message)
                    .withRelated("declared here", missing.get(0).span()));
        }
        return missing.isEmpty();
    }
}
