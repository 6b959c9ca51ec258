package io.rpcidl.jackson.differential;

import io.rpcidl.runtime.stub.RpcType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How a generated class is made, found by reflection once: by a builder (structs, errors), by its constructor (newtypes,
 * the members of unions), or by a factory and constants (open enums).
 *
 * @param factory makes a builder, or a value of an open enum; null for a constructor
 * @param constructor null for a builder
 * @param parts what is to be set, by name
 * @param setters of the builder, by name, and what ends it
 * @param constants of an open enum
 */
record Construction(
        @Nullable Method factory,
        @Nullable Constructor<?> constructor,
        Map<String, Shape> parts,
        Map<String, Method> setters,
        List<Object> constants) {

    private static final Map<Class<?>, Construction> KNOWN = new ConcurrentHashMap<>();

    static Construction of(Class<?> type) {
        return KNOWN.computeIfAbsent(type, Construction::find);
    }

    boolean isEnum() {
        return !constants.isEmpty();
    }

    /** Returns whether it holds no other generated type. */
    boolean isFlat() {
        return parts.values().stream().noneMatch(shape -> shape.type().isAnnotationPresent(RpcType.class));
    }

    /** Builds a value of some of the parts; a constructor takes all. */
    Object build(Map<String, @Nullable Object> values) throws ReflectiveOperationException {
        if (constructor != null) {
            return constructor.newInstance(
                    parts.keySet().stream().map(values::get).toArray());
        }
        Object builder = factory.getParameterCount() == 0 ? factory.invoke(null) : factory.invoke(null, "message");
        for (Map.Entry<String, @Nullable Object> value : values.entrySet()) {
            setters.get(value.getKey()).invoke(builder, value.getValue());
        }
        return setters.get("build").invoke(builder);
    }

    private static Construction find(Class<?> type) {
        for (Method method : type.getMethods()) {
            if (method.getName().equals("builder")) {
                return ofBuilder(method);
            }
        }
        return type.isRecord() ? ofConstructor(type) : ofOpenEnum(type);
    }

    /** Sorted: reflection has no order of its own, and a seed is to give the same values each time. */
    private static Construction ofBuilder(Method factory) {
        Map<String, Shape> parts = new TreeMap<>();
        Map<String, Method> setters = new TreeMap<>();
        for (Method method : factory.getReturnType().getMethods()) {
            if (method.getName().equals("build")) {
                setters.put("build", method);
            } else if (method.getReturnType() == factory.getReturnType()) {
                setters.put(method.getName(), method);
                parts.put(method.getName(), Shape.of(method.getAnnotatedParameterTypes()[0]));
            }
        }
        return new Construction(factory, null, parts, setters, List.of());
    }

    private static Construction ofConstructor(Class<?> type) {
        Map<String, Shape> parts = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            parts.put(component.getName(), Shape.of(component.getAnnotatedType()));
        }
        return new Construction(null, type.getConstructors()[0], parts, Map.of(), List.of());
    }

    private static Construction ofOpenEnum(Class<?> type) {
        try {
            Map<String, Object> constants = new TreeMap<>();
            for (Field field : type.getFields()) {
                if (field.getType() == type) {
                    constants.put(field.getName(), field.get(null));
                }
            }
            Method of = type.getMethod("of", String.class);
            return new Construction(of, null, Map.of(), Map.of(), List.copyOf(constants.values()));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type.getName(), e);
        }
    }
}
