package io.rpcidl.idl.thrift;

import io.rpcidl.idl.diagnostic.DiagnosticSink;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes constants and defaults of one contract. Recursion goes down the brackets of what was written. */
final class ValueWriter {

    private final SourceUnit unit;
    private final Model model;
    private final NamedValues names;

    ValueWriter(SourceUnit unit, Model model, Imports imports, DiagnosticSink sink) {
        this.unit = unit;
        this.model = model;
        this.names = new NamedValues(unit, model, imports, sink);
    }

    NamedValues names() {
        return names;
    }

    /** Writes a value of a type that stands in this file. */
    WrittenValue write(ThriftValue value, ThriftType type) {
        return write(value, model.typedefs().link(unit, type));
    }

    private WrittenValue write(ThriftValue value, Typedefs.Linked type) {
        if (value instanceof ThriftValue.Name name) {
            return names.write(name.name(), type, scalar -> write(scalar, type));
        }
        if (type.type() instanceof ThriftType.Base base) {
            return ScalarWriter.write(base.keyword(), value);
        }
        if (type.type() instanceof ThriftType.ListOf list) {
            return items(value, model.typedefs().link(type.unit(), list.element()), false);
        }
        if (type.type() instanceof ThriftType.SetOf set) {
            return items(value, model.typedefs().link(type.unit(), set.element()), true);
        }
        if (type.type() instanceof ThriftType.MapOf map) {
            return entries(value, type, map);
        }
        return type.symbol().map(symbol -> symbol(value, symbol)).orElse(WrittenValue.not("its type is not there"));
    }

    private WrittenValue symbol(ThriftValue value, Symbol symbol) {
        if (symbol.definition() instanceof Definition.StringEnumeration) {
            return ScalarWriter.write("string", value);
        }
        if (symbol.definition() instanceof Definition.Enumeration) {
            Optional<Definition.Member> member =
                    value instanceof ThriftValue.Whole whole ? symbol.enumMember(whole.value()) : Optional.empty();
            return member.map(each -> WrittenValue.of(names.reference(new Resolver.EnumMember(symbol, each))))
                    .orElse(WrittenValue.not("no member of '" + symbol.name() + "' has this value"));
        }
        if (symbol.definition() instanceof Definition.Structure) {
            return structure(value, symbol);
        }
        return WrittenValue.not("'" + symbol.name() + "' has no values");
    }

    private WrittenValue items(ThriftValue value, Typedefs.Linked element, boolean distinct) {
        if (value instanceof ThriftValue.Entries entries && entries.entries().isEmpty()) {
            return WrittenValue.of("[]");
        }
        if (!(value instanceof ThriftValue.Items items)) {
            return WrittenValue.not("it is no list");
        }
        List<String> texts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ThriftValue each : items.values()) {
            WrittenValue written = write(each, element);
            if (written.text().isEmpty()) {
                return written;
            }
            if (!distinct || seen.add(meaning(each, written.text().get(), element))) {
                texts.add(written.text().get());
            }
        }
        return WrittenValue.of("[" + String.join(", ", texts) + "]");
    }

    private WrittenValue entries(ThriftValue value, Typedefs.Linked type, ThriftType.MapOf map) {
        if (value instanceof ThriftValue.Items items && items.values().isEmpty()) {
            return WrittenValue.of("{}");
        }
        if (!(value instanceof ThriftValue.Entries entries)) {
            return WrittenValue.not("it is no map");
        }
        Typedefs.Linked keys = model.typedefs().link(type.unit(), map.key());
        Typedefs.Linked values = model.typedefs().link(type.unit(), map.value());
        Map<String, String> texts = new LinkedHashMap<>();
        for (ThriftValue.Entry each : entries.entries()) {
            WrittenValue key = write(each.key(), keys);
            WrittenValue entry = key.then(text -> write(each.value(), values));
            if (entry.text().isEmpty()) {
                return entry;
            }
            String text = key.text().get();
            texts.put(
                    meaning(each.key(), text, keys), text + ": " + entry.text().get());
        }
        return WrittenValue.of("{" + String.join(", ", texts.values()) + "}");
    }

    /** Returns what tells two values of a type apart: numbers may be written in several ways, or have names. */
    private String meaning(ThriftValue value, String text, Typedefs.Linked type) {
        String plain = names.scalar(value)
                .flatMap(scalar -> write(scalar, type).text())
                .orElse(text);
        boolean isFloat =
                type.type() instanceof ThriftType.Base base && base.keyword().equals("double");
        return isFloat ? Double.toString(Double.parseDouble(plain)) : plain;
    }

    private WrittenValue structure(ThriftValue value, Symbol symbol) {
        boolean isEmpty =
                value instanceof ThriftValue.Items items && items.values().isEmpty();
        if (!isEmpty && !(value instanceof ThriftValue.Entries)) {
            return WrittenValue.not("it is no '" + symbol.name() + "'");
        }
        List<ThriftValue.Entry> entries = isEmpty ? List.of() : ((ThriftValue.Entries) value).entries();
        Map<String, String> texts = new LinkedHashMap<>();
        for (ThriftValue.Entry each : entries) {
            String name = each.key() instanceof ThriftValue.Text text ? text.text() : "";
            Optional<ThriftField> field = symbol.field(name);
            if (field.isEmpty()) {
                return WrittenValue.not("'" + symbol.name() + "' has no field '" + Places.excerpt(name) + "'");
            }
            WrittenValue written = write(
                    each.value(),
                    model.typedefs().link(symbol.unit(), field.get().type()));
            if (written.text().isEmpty()) {
                return written;
            }
            String member = symbol.member(name);
            texts.put(member, member + ": " + written.text().get());
        }
        return complete(symbol, texts);
    }

    private WrittenValue complete(Symbol symbol, Map<String, String> texts) {
        if (isUnion(symbol) && texts.size() != 1) {
            return WrittenValue.not("a union has one member");
        }
        Optional<ThriftField> missing = isUnion(symbol)
                ? Optional.empty()
                : symbol.required().stream()
                        .filter(each -> !model.requirements().isRelaxed(each)
                                && !texts.containsKey(symbol.member(each.name().text())))
                        .findFirst();
        return missing.map(each -> WrittenValue.not("the field '" + each.name() + "' is missing"))
                .orElseGet(() -> WrittenValue.of("{" + String.join(", ", texts.values()) + "}"));
    }

    private boolean isUnion(Symbol symbol) {
        return Requirements.isUnion(symbol) && !model.requirements().isLoosened(symbol);
    }
}
