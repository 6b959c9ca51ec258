package io.rpcidl.idl.thrift;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import java.util.Optional;

/** Writes values that are names: of constants and of members of enums. */
final class NamedValues {

    private final SourceUnit unit;
    private final Model model;
    private final Imports imports;
    private final DiagnosticSink sink;

    NamedValues(SourceUnit unit, Model model, Imports imports, DiagnosticSink sink) {
        this.unit = unit;
        this.model = model;
        this.imports = imports;
        this.sink = sink;
    }

    /**
     * Writes a name where a value of a type stands.
     *
     * @param scalars writes the value of a constant that cannot be used by its name
     */
    WrittenValue write(
            Word name, Typedefs.Linked target, java.util.function.Function<ThriftValue, WrittenValue> scalars) {
        Optional<Symbol> constant = model.resolver().constant(unit, name.text());
        if (constant.isPresent()) {
            return constant(name, constant.get(), target, scalars);
        }
        Optional<Resolver.EnumMember> member = model.resolver()
                .member(unit, name.text())
                .or(() -> target.symbol().flatMap(each -> Resolver.member(each, name.text())));
        if (member.isPresent()) {
            boolean fits =
                    target.symbol().filter(each -> each == member.get().owner()).isPresent();
            return fits
                    ? WrittenValue.of(reference(member.get()))
                    : scalars.apply(new ThriftValue.Whole(member.get().member().number(), name.span()));
        }
        if (!unit.isMissing(name.text())) {
            sink.add(Code.THRIFT_UNKNOWN, name.span(), "'" + Places.excerpt(name.text()) + "' is not defined");
            return WrittenValue.refused();
        }
        return WrittenValue.not("'" + Places.excerpt(name.text()) + "' is of a file that is not there");
    }

    /** Returns the number or string that a name stands for. */
    Optional<ThriftValue> scalar(ThriftValue value) {
        if (value instanceof ThriftValue.Name named) {
            String name = named.name().text();
            return model.resolver()
                    .constant(unit, name)
                    .flatMap(model.constants()::find)
                    .flatMap(Constants.Entry::scalar)
                    .or(() -> model.resolver()
                            .member(unit, name)
                            .map(each -> new ThriftValue.Whole(each.member().number(), value.span())));
        }
        boolean isScalar = !(value instanceof ThriftValue.Items) && !(value instanceof ThriftValue.Entries);
        return isScalar ? Optional.of(value) : Optional.empty();
    }

    String reference(Resolver.EnumMember member) {
        String name = member.owner().member(member.member().name().text());
        return imports.reference(member.owner()) + "." + name;
    }

    private WrittenValue constant(
            Word name,
            Symbol symbol,
            Typedefs.Linked target,
            java.util.function.Function<ThriftValue, WrittenValue> scalars) {
        Optional<Constants.Entry> entry = model.constants().find(symbol);
        if (entry.isEmpty()) {
            String message = "the constant '" + Places.excerpt(name.text()) + "' is used before it is defined";
            sink.add(Code.THRIFT_UNKNOWN, name.span(), message);
            return WrittenValue.refused();
        }
        Definition.Constant definition = (Definition.Constant) symbol.definition();
        Typedefs.Linked type = model.typedefs().link(symbol.unit(), definition.type());
        boolean usable = entry.get().written().text().isPresent() && new SameTypes(model.typedefs()).test(type, target);
        Optional<ThriftValue> scalar = entry.get().scalar();
        if (scalar.isPresent()) {
            return scalars.apply(scalar.get()).then(text -> WrittenValue.of(usable ? imports.reference(symbol) : text));
        }
        return usable
                ? WrittenValue.of(imports.reference(symbol))
                : WrittenValue.not("'" + Places.excerpt(name.text()) + "' is of another type");
    }
}
