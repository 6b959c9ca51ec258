package io.rpcidl.codegen.java;

import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import io.rpcidl.idl.model.Field;
import io.rpcidl.idl.model.Notes;
import io.rpcidl.idl.model.Presence;
import io.rpcidl.idl.model.TypeRef;
import io.rpcidl.idl.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A field or parameter as generated code sees it.
 *
 * @param model what the contract says
 * @param name its Java name
 * @param type its Java type, {@code @Nullable} if it may be missing
 * @param given the Java type of what it is set to: never null unless it is optional
 */
record JavaField(Field model, String name, TypeName type, TypeName given) {

    static List<JavaField> of(List<Field> fields, UnaryOperator<String> naming, TypeMapper types) {
        Set<String> inDefaults = new TreeSet<>();
        ValueExpressions values = new ValueExpressions(types);
        fields.forEach(field -> field.defaultValue().ifPresent(value -> values.addClasses(value, inDefaults)));
        UnaryOperator<String> unhidden = name -> inDefaults.contains(name) ? name + "_" : naming.apply(name);
        return fields.stream().map(field -> of(field, unhidden, types)).toList();
    }

    /** Returns the one component of a record that only wraps a value. */
    static JavaField wrapped(TypeRef type, boolean sensitive, Span span, TypeMapper types) {
        Field.Traits traits = new Field.Traits(List.of(), false, sensitive);
        Field model = new Field("value", "value", Notes.NONE, type, Presence.REQUIRED, Optional.empty(), traits, span);
        return of(model, UnaryOperator.identity(), types);
    }

    private static JavaField of(Field field, UnaryOperator<String> naming, TypeMapper types) {
        String name = naming.apply(field.name());
        TypeName bare = types.type(field.type());
        if (field.traits().tristate()) {
            TypeName patch = types.patch(field.type());
            return new JavaField(field, name, patch, patch);
        }
        return switch (field.presence()) {
            case OPTIONAL -> new JavaField(field, name, types.nullable(field.type()), types.nullable(field.type()));
            case ROLLOUT -> new JavaField(field, name, types.nullable(field.type()), bare);
            case REQUIRED, DEFAULTED -> new JavaField(field, name, bare, bare);
        };
    }

    /** Returns whether null is among its values: it is optional, or may be missing when it is read. */
    boolean isNullable() {
        boolean optional = model.presence() == Presence.OPTIONAL && !isTristate();
        return optional || model.presence() == Presence.ROLLOUT;
    }

    /** Returns whether absence and null differ. */
    boolean isTristate() {
        return model.traits().tristate();
    }

    /** Returns whether who builds it must set it. */
    boolean isRequired() {
        return model.presence() == Presence.REQUIRED || model.presence() == Presence.ROLLOUT;
    }

    /** Returns whether it must be there when it is read. */
    boolean isExpected() {
        return model.presence() == Presence.REQUIRED;
    }

    boolean isPrimitive() {
        return type.isPrimitive();
    }

    boolean isContainer() {
        return CodecExpressions.isContainer(model.type());
    }

    ParameterSpec parameter() {
        return ParameterSpec.builder(given, name).build();
    }
}
