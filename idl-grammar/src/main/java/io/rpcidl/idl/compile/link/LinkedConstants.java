package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.ast.ConstDeclaration;
import io.rpcidl.idl.ast.NameLiteral;
import io.rpcidl.idl.ast.NewtypeDeclaration;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.model.Builtin;
import io.rpcidl.idl.model.TypeRef;
import io.rpcidl.idl.model.Value;
import java.util.Optional;

/**
 * The constants that one file uses. A constant fits where its type is that of the place, or what the newtype of the place is
 * made of; a number fits wherever its value can be written.
 */
final class LinkedConstants implements Constants {

    /** How many values a file may have from constants: as many as the words that it may have. */
    static final long PARTS = 1_000_000;

    private final SymbolTable table;
    private final Links links;
    private final DiagnosticSink sink;
    private long parts;

    LinkedConstants(SymbolTable table, Links links, DiagnosticSink sink) {
        this.table = table;
        this.links = links;
        this.sink = sink;
    }

    @Override
    public Optional<Value> value(NameLiteral use, ConstDeclaration constant, TypeRef place) {
        Optional<TypeRef> type = links.type(constant.type());
        Optional<Value> value = links.value(constant.value());
        if (type.isEmpty() || value.isEmpty() || !takes(use, value.get())) {
            return Optional.empty();
        }
        if (fits(plain(type.get()), plain(place))) {
            return value;
        }
        TypeRef last = last(place);
        boolean numeric =
                value.get() instanceof Value.Number && last instanceof Builtin builtin && NumberRange.isNumber(builtin);
        if (numeric && NumberRange.isWritten(((Value.Number) value.get()).text(), (Builtin) last)) {
            return inRange(use, (Value.Number) value.get(), (Builtin) last);
        }
        String message =
                "the constant '" + use.name() + "' of type '" + type.get() + "' does not fit type '" + place + "'";
        sink.add(Diagnostic.of(Code.DEFAULT_OF_WRONG_TYPE, use.span(), message)
                .withRelated("declared here", constant.name().span()));
        return Optional.empty();
    }

    private Optional<Value> inRange(NameLiteral use, Value.Number number, Builtin type) {
        Optional<String> allowed = NumberRange.violated(number.text(), type);
        allowed.ifPresent(range -> sink.add(
                Code.DEFAULT_OUT_OF_RANGE,
                use.span(),
                "the value of '" + use.name() + "' is outside the range of '" + type + "': " + range));
        return allowed.isPresent() ? Optional.empty() : Optional.of(number);
    }

    /** Constants within constants could grow beyond any memory. */
    private boolean takes(NameLiteral use, Value value) {
        if (parts > PARTS) {
            return false;
        }
        parts += ValueParts.of(value).count();
        if (parts > PARTS) {
            sink.add(Code.VALUE_TOO_LARGE, use.span(), "constants give this file more than " + PARTS + " values");
        }
        return parts <= PARTS;
    }

    private boolean fits(TypeRef type, TypeRef place) {
        if (type.equals(place)) {
            return true;
        }
        if (place instanceof TypeRef.ListOf wanted && type instanceof TypeRef.ListOf given) {
            return fits(plain(given.element()), plain(wanted.element()));
        }
        if (place instanceof TypeRef.SetOf wanted && type instanceof TypeRef.SetOf given) {
            return fits(plain(given.element()), plain(wanted.element()));
        }
        if (place instanceof TypeRef.MapOf wanted && type instanceof TypeRef.MapOf given) {
            return fits(plain(given.key()), plain(wanted.key())) && fits(plain(given.value()), plain(wanted.value()));
        }
        return newtype(place)
                .flatMap(newtype -> links.type(newtype.type()))
                .filter(made -> fits(type, plain(made)))
                .isPresent();
    }

    private TypeRef last(TypeRef place) {
        TypeRef plain = plain(place);
        return newtype(plain)
                .flatMap(links::underlying)
                .map(LinkedConstants::plain)
                .orElse(plain);
    }

    private Optional<NewtypeDeclaration> newtype(TypeRef type) {
        return Optional.of(type)
                .filter(TypeRef.Named.class::isInstance)
                .flatMap(named -> table.find(((TypeRef.Named) named).name()))
                .map(Symbol::declaration)
                .filter(NewtypeDeclaration.class::isInstance)
                .map(NewtypeDeclaration.class::cast)
                // Those in a circle are made of nothing, and would be followed for ever.
                .filter(newtype -> links.underlying(newtype).isPresent());
    }

    private static TypeRef plain(TypeRef type) {
        TypeRef plain = type.plain();
        return plain instanceof TypeRef.Encoded encoded ? encoded.type() : plain;
    }
}
