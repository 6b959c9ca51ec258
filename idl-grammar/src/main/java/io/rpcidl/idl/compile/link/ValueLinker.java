package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.ast.ConstDeclaration;
import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.ast.EnumDeclaration;
import io.rpcidl.idl.ast.ListLiteral;
import io.rpcidl.idl.ast.Literal;
import io.rpcidl.idl.ast.MapLiteral;
import io.rpcidl.idl.ast.NameLiteral;
import io.rpcidl.idl.ast.NewtypeDeclaration;
import io.rpcidl.idl.ast.StructDeclaration;
import io.rpcidl.idl.ast.UnionDeclaration;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.model.Builtin;
import io.rpcidl.idl.model.TypeRef;
import io.rpcidl.idl.model.Value;
import io.rpcidl.idl.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what the values of one file mean, and checks them against their types. */
final class ValueLinker {

    private final SymbolTable table;
    private final FileScope scope;
    private final Links links;
    private final DiagnosticSink sink;
    private final Constants constants;
    private final ScalarLinker scalars;
    private final MemberLinker members;
    private final CompositeLinker composites;
    private final ComparableValue comparable;

    ValueLinker(SymbolTable table, FileScope scope, Links links, DiagnosticSink sink, Constants constants) {
        this.table = table;
        this.scope = scope;
        this.links = links;
        this.sink = sink;
        this.constants = constants;
        Mismatches mismatches = new Mismatches(scope, sink);
        this.members = new MemberLinker(table, scope, links, mismatches, sink);
        this.scalars = new ScalarLinker(mismatches, sink);
        this.composites = new CompositeLinker(table, links, mismatches, sink, this::value);
        this.comparable = new ComparableValue(table, links);
    }

    /** Returns nothing if the value does not fit, which has then been reported; its depth is bounded by the parser. */
    Optional<Value> value(Literal literal, TypeRef place) {
        TypeRef type = place.plain();
        Optional<ConstDeclaration> constant = constant(literal);
        if (constant.isPresent()) {
            return constants.value((NameLiteral) literal, constant.get(), type);
        }
        if (type instanceof TypeRef.ListOf list) {
            return elements(literal, list.element(), type);
        }
        if (type instanceof TypeRef.SetOf set) {
            return elements(literal, set.element(), type);
        }
        if (type instanceof TypeRef.MapOf map) {
            return entries(literal, map);
        }
        if (type instanceof TypeRef.Named named) {
            return named(literal, named);
        }
        return scalars.value(literal, type instanceof TypeRef.Encoded encoded ? encoded.type() : (Builtin) type);
    }

    private Optional<ConstDeclaration> constant(Literal literal) {
        return literal instanceof NameLiteral name
                ? scope.find(name.name())
                        .map(Symbol::declaration)
                        .filter(ConstDeclaration.class::isInstance)
                        .map(ConstDeclaration.class::cast)
                : Optional.empty();
    }

    private Optional<Value> named(Literal literal, TypeRef.Named type) {
        Declaration declaration = table.find(type.name())
                .map(Symbol::declaration)
                .orElseThrow(() -> new IllegalStateException("not declared: " + type));
        if (declaration instanceof EnumDeclaration enumeration) {
            return members.value(literal, type, enumeration);
        }
        if (declaration instanceof StructDeclaration struct) {
            return composites.struct(literal, type, struct);
        }
        if (declaration instanceof UnionDeclaration union) {
            return composites.union(literal, type, union);
        }
        if (declaration instanceof NewtypeDeclaration newtype) {
            // Where there is nothing, a circle has been reported.
            return links.underlying(newtype).flatMap(made -> value(literal, made));
        }
        String message = "a value of the " + declaration.keyword() + " '" + declaration.name() + "' cannot be written";
        sink.add(
                Diagnostic.of(Code.DEFAULT_NOT_ALLOWED, literal.span(), message).withHelp("make it optional with '?'"));
        return Optional.empty();
    }

    private Optional<Value> elements(Literal literal, TypeRef element, TypeRef type) {
        if (!(literal instanceof ListLiteral list)) {
            return members.mismatches().report(literal, type, "a list such as [] or [a, b]");
        }
        List<Value> values = new ArrayList<>();
        Map<Object, Span> seen = new HashMap<>();
        for (Literal each : list.elements()) {
            Optional<Value> value = value(each, element);
            value.ifPresent(values::add);
            if (type instanceof TypeRef.SetOf) {
                value.ifPresent(found -> refuseTwice(found, element, each, seen));
            }
        }
        return whole(values.size() == list.elements().size(), new Value.Elements(values));
    }

    private Optional<Value> entries(Literal literal, TypeRef.MapOf type) {
        if (!(literal instanceof MapLiteral map)) {
            return members.mismatches().report(literal, type, "a map such as {} or {a: b}");
        }
        List<Value.Entry> entries = new ArrayList<>();
        Map<Object, Span> seen = new HashMap<>();
        for (MapLiteral.Entry each : map.entries()) {
            Optional<Value> key = value(each.key(), type.key());
            Optional<Value> value = value(each.value(), type.value());
            key.ifPresent(found -> refuseTwice(found, type.key(), each.key(), seen));
            if (key.isPresent() && value.isPresent()) {
                entries.add(new Value.Entry(key.get(), value.get()));
            }
        }
        return whole(entries.size() == map.entries().size(), new Value.Entries(entries));
    }

    private static Optional<Value> whole(boolean complete, Value value) {
        return complete ? Optional.of(value) : Optional.empty();
    }

    private void refuseTwice(Value value, TypeRef type, Literal literal, Map<Object, Span> seen) {
        Span first = seen.putIfAbsent(comparable.of(value, type), literal.span());
        if (first != null) {
            String message = "the value " + Mismatches.text(literal) + " is there twice";
            sink.add(Diagnostic.of(Code.DUPLICATE_ELEMENT, literal.span(), message)
                    .withRelated("first here", first));
        }
    }
}
