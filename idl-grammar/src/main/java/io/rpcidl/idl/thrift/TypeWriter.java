package io.rpcidl.idl.thrift;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import java.util.List;
import java.util.Optional;

/** Writes the types of one contract. */
final class TypeWriter {

    private final SourceUnit unit;
    private final Resolver resolver;
    private final Typedefs typedefs;
    private final Imports imports;
    private final DiagnosticSink sink;

    TypeWriter(SourceUnit unit, Model model, Imports imports, DiagnosticSink sink) {
        this.unit = unit;
        this.resolver = model.resolver();
        this.typedefs = model.typedefs();
        this.imports = imports;
        this.sink = sink;
    }

    /**
     * A written type.
     *
     * @param annotations what stands behind it, and behind a {@code ?}; empty, or begins with a space
     */
    record Written(String type, String annotations) {

        @Override
        public String toString() {
            return type + annotations;
        }
    }

    /** Writes a type; what had to be left out is added to the remarks. */
    Written write(ThriftType type, List<String> leftOut) {
        if (type instanceof ThriftType.ListOf list) {
            return new Written("list<" + write(list.element(), leftOut) + ">", "");
        }
        if (type instanceof ThriftType.SetOf set) {
            return new Written("set<" + write(set.element(), leftOut) + ">", "");
        }
        if (type instanceof ThriftType.MapOf map) {
            String entries = isKey(map.key()) ? "" : " @entries";
            return new Written("map<" + write(map.key(), leftOut) + ", " + write(map.value(), leftOut) + ">", entries);
        }
        return type instanceof ThriftType.Named named
                ? new Written(named(named.name(), leftOut), "")
                : base(((ThriftType.Base) type).keyword());
    }

    private static Written base(String keyword) {
        return switch (keyword) {
            case "byte", "i8" -> new Written("int32", " @range(-128..127)");
            case "i16" -> new Written("int32", " @range(-32768..32767)");
            case "i32" -> new Written("int32", "");
            case "i64" -> new Written("int64", "");
            case "double" -> new Written("float64", "");
            case "binary" -> new Written("bytes", "");
            case "slist" -> new Written("string", "");
            default -> new Written(keyword, "");
        };
    }

    private String named(Word name, List<String> leftOut) {
        Optional<Symbol> symbol = resolver.type(unit, name);
        if (symbol.isEmpty()) {
            leftOut.add("the type was " + Places.excerpt(name.text()) + ", of a file that is not there");
            return "any";
        }
        if (symbol.get().definition() instanceof Definition.Service) {
            sink.add(Code.THRIFT_KIND, name.span(), "'" + Places.excerpt(name.text()) + "' is a service, not a type");
        }
        return imports.reference(symbol.get());
    }

    /** Returns whether a map with such keys can be an object of JSON. */
    private boolean isKey(ThriftType key) {
        Typedefs.Linked linked = typedefs.link(unit, key);
        if (linked.type() instanceof ThriftType.Base base) {
            return !base.keyword().equals("double") && !base.keyword().equals("binary");
        }
        return linked.is(Definition.Enumeration.class) || linked.is(Definition.StringEnumeration.class);
    }
}
