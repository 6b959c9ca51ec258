package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.ast.EnumDeclaration;
import io.rpcidl.idl.ast.ListLiteral;
import io.rpcidl.idl.ast.Literal;
import io.rpcidl.idl.ast.MapLiteral;
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

/** Finds what the defaults of one file mean, and checks them against their types. */
final class ValueLinker {

    private final Links links;
    private final DiagnosticSink sink;
    private final ScalarLinker scalars;
    private final MemberLinker members;

    ValueLinker(SymbolTable table, FileScope scope, Links links, DiagnosticSink sink) {
        this.links = links;
        this.sink = sink;
        this.members = new MemberLinker(table, scope, sink);
        this.scalars = new ScalarLinker(members, sink);
    }

    void link(Literal literal, TypeRef type) {
        value(literal, type).ifPresent(value -> links.put(literal, value));
    }

    /** Returns nothing if the value does not fit, which has then been reported; its depth is bounded by the parser. */
    private Optional<Value> value(Literal literal, TypeRef type) {
        if (type instanceof TypeRef.Nullable nullable) {
            return value(literal, nullable.type());
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
        return scalars.value(literal, (Builtin) type);
    }

    private Optional<Value> named(Literal literal, TypeRef.Named type) {
        Symbol symbol = members.declaration(type.name());
        if (symbol.declaration() instanceof EnumDeclaration enumeration) {
            return members.value(literal, type, enumeration);
        }
        String message = "a default of the " + symbol.declaration().keyword() + " type '"
                + type.name().simpleName() + "' is not possible";
        sink.add(
                Diagnostic.of(Code.DEFAULT_NOT_ALLOWED, literal.span(), message).withHelp("make it optional with '?'"));
        return Optional.empty();
    }

    private Optional<Value> elements(Literal literal, TypeRef element, TypeRef type) {
        if (!(literal instanceof ListLiteral list)) {
            Mismatches.report(sink, literal, type, "a list such as [] or [a, b]");
            return Optional.empty();
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
            Mismatches.report(sink, literal, type, "a map such as {} or {a: b}");
            return Optional.empty();
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
        Span first = seen.putIfAbsent(ComparableValue.of(value, type), literal.span());
        if (first != null) {
            String what = literal.span()
                    .file()
                    .text()
                    .substring(literal.span().start(), literal.span().end());
            sink.add(Diagnostic.of(Code.DUPLICATE_ELEMENT, literal.span(), "the value " + what + " is there twice")
                    .withRelated("first here", first));
        }
    }
}
