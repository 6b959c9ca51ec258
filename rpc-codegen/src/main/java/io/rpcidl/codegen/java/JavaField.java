package io.rpcidl.codegen.java;

import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import io.rpcidl.idl.model.Field;
import io.rpcidl.idl.model.Presence;
import io.rpcidl.idl.model.Value;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A field or parameter as generated code sees it.
 *
 * @param model what the contract says
 * @param name its Java name
 * @param type its Java type, {@code @Nullable} if it is optional
 */
record JavaField(Field model, String name, TypeName type) {

    static List<JavaField> of(List<Field> fields, UnaryOperator<String> naming, TypeMapper types) {
        Set<String> inDefaults = new TreeSet<>();
        fields.forEach(field -> field.defaultValue().ifPresent(value -> addEnums(value, types, inDefaults)));
        UnaryOperator<String> unhidden = name -> inDefaults.contains(name) ? name + "_" : naming.apply(name);
        return fields.stream().map(field -> of(field, unhidden, types)).toList();
    }

    /** Adds the enums of a default: where the code names one of their constants no variable may have their name. */
    private static void addEnums(Value value, TypeMapper types, Set<String> names) {
        if (value instanceof Value.Member member) {
            names.add(types.className(member.enumName()).simpleName());
        } else if (value instanceof Value.Elements elements) {
            elements.values().forEach(each -> addEnums(each, types, names));
        } else if (value instanceof Value.Entries entries) {
            for (Value.Entry entry : entries.entries()) {
                addEnums(entry.key(), types, names);
                addEnums(entry.value(), types, names);
            }
        }
    }

    private static JavaField of(Field field, UnaryOperator<String> naming, TypeMapper types) {
        TypeName type = field.presence() == Presence.OPTIONAL ? types.nullable(field.type()) : types.type(field.type());
        return new JavaField(field, naming.apply(field.name()), type);
    }

    boolean isOptional() {
        return model.presence() == Presence.OPTIONAL;
    }

    boolean isRequired() {
        return model.presence() == Presence.REQUIRED;
    }

    boolean isPrimitive() {
        return type.isPrimitive();
    }

    boolean isContainer() {
        return CodecExpressions.isContainer(model.type());
    }

    ParameterSpec parameter() {
        return ParameterSpec.builder(type, name).build();
    }
}
