package io.rpcidl.idl.thrift;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import java.util.List;
import java.util.Optional;

/** Writes fields, members of unions and parameters: all of their line but what ends it. */
final class FieldWriter {

    /** What a field is part of, which decides what it means that neither {@code required} nor {@code optional} is said. */
    enum Owner {
        /** Default requiredness is optional. */
        STRUCT,
        /** Of all members one is there. */
        UNION,
        /** Default requiredness is required: Thrift always sends parameters. */
        METHOD
    }

    private final TypeWriter types;
    private final ValueWriter values;
    private final Requirements requirements;
    private final DiagnosticSink sink;

    FieldWriter(TypeWriter types, ValueWriter values, Requirements requirements, DiagnosticSink sink) {
        this.types = types;
        this.values = values;
        this.requirements = requirements;
        this.sink = sink;
    }

    /** Writes a field under a new name; what had to be left out is added to the remarks. */
    String write(ThriftField field, String name, Owner owner, List<String> leftOut) {
        TypeWriter.Written type = types.write(field.type(), leftOut);
        Optional<String> value = owner == Owner.UNION ? unionValue(field, leftOut) : value(field, type, leftOut);
        leftOut.addAll(Names.lost(field.name().text(), name));
        boolean optional = value.isEmpty() && isOptional(field, owner, leftOut);
        return name
                + ": "
                + type.type()
                + (optional ? "?" : "")
                + value.map(text -> " = " + text).orElse("")
                + type.annotations()
                + Names.wire(field.name().text(), name);
    }

    private boolean isOptional(ThriftField field, Owner owner, List<String> leftOut) {
        if (requirements.isRelaxed(field)) {
            leftOut.add("the field was required, as part of a circle of such fields");
            return true;
        }
        return switch (field.requiredness()) {
            case REQUIRED -> false;
            case OPTIONAL -> owner != Owner.UNION;
            case DEFAULT -> owner == Owner.STRUCT;
        };
    }

    private static Optional<String> unionValue(ThriftField field, List<String> leftOut) {
        field.value().ifPresent(value -> leftOut.add("a default was left out, as members of unions have none"));
        return Optional.empty();
    }

    private Optional<String> value(ThriftField field, TypeWriter.Written type, List<String> leftOut) {
        if (field.value().isEmpty()) {
            return Optional.empty();
        }
        WrittenValue written = type.type().equals("any")
                ? WrittenValue.not("its type is not there")
                : values.write(field.value().get(), field.type());
        if (written.isLeftOut()) {
            leftOut.add("a default was left out: " + written.problem());
            String message = "the default of '" + field.name() + "' is left out: " + written.problem();
            sink.add(Code.THRIFT_VALUE, field.value().get().span(), message);
        }
        return written.text();
    }
}
