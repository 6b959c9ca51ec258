package io.rpcidl.jackson.differential;

import io.rpcidl.json.ConstraintException;
import io.rpcidl.json.Patch;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Random values of generated types, made as users make them: by builders, constructors and constants. What a constraint
 * forbids is made again until it holds.
 */
final class RandomValues {

    private static final int DEEP = 3;
    private static final int ATTEMPTS = 2_000;

    private final RandomGenerator random;
    private final RandomScalars scalars;

    RandomValues(RandomGenerator random) {
        this.random = random;
        this.scalars = new RandomScalars(random);
    }

    /** Returns a value of a generated type. */
    Object of(Class<?> type) {
        try {
            return value(type, 0);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type.getName(), e);
        }
    }

    private @Nullable Object value(Shape shape, int depth) throws ReflectiveOperationException {
        if (shape.nullable() && (depth > DEEP || random.nextInt(3) == 0)) {
            return null;
        }
        if (shape.parts().isEmpty()) {
            return value(shape.type(), depth);
        }
        if (shape.type() == Patch.class) {
            return switch (random.nextInt(4)) {
                case 0 -> Patch.absent();
                case 1 -> Patch.ofNull();
                default -> Patch.of(value(shape.parts().get(0), depth));
            };
        }
        return shape.type() == Map.class ? map(shape.parts(), depth) : elements(shape, depth);
    }

    private Object elements(Shape shape, int depth) throws ReflectiveOperationException {
        List<@Nullable Object> elements = new ArrayList<>();
        for (int i = size(depth); i > 0; i--) {
            elements.add(value(shape.parts().get(0), depth + 1));
        }
        return shape.type() == List.class ? elements : new LinkedHashSet<>(elements);
    }

    private Object map(List<Shape> parts, int depth) throws ReflectiveOperationException {
        Map<Object, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = size(depth); i > 0; i--) {
            map.put(value(parts.get(0), depth + 1), value(parts.get(1), depth + 1));
        }
        return map;
    }

    private int size(int depth) {
        return depth > DEEP ? random.nextInt(2) : random.nextInt(4);
    }

    private Object value(Class<?> type, int depth) throws ReflectiveOperationException {
        Object scalar = scalars.of(type);
        if (scalar != null) {
            return scalar;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        if (type.isSealed()) {
            List<Class<?>> members = Arrays.stream(type.getPermittedSubclasses())
                    .filter(member -> depth <= DEEP || Construction.of(member).isFlat())
                    .toList();
            return value(members.get(random.nextInt(members.size())), depth);
        }
        Construction construction = Construction.of(type);
        return construction.isEnum() ? openEnum(construction) : built(construction, depth);
    }

    private Object openEnum(Construction open) throws ReflectiveOperationException {
        return random.nextInt(4) == 0
                ? open.factory().invoke(null, scalars.string())
                : open.constants().get(random.nextInt(open.constants().size()));
    }

    /** Sets all that can be set, or sometimes only some of it, and mends what a constraint says. */
    private Object built(Construction construction, int depth) throws ReflectiveOperationException {
        boolean sparse = construction.factory() != null && random.nextInt(8) == 0;
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        for (Map.Entry<String, Shape> part : construction.parts().entrySet()) {
            if (!sparse || random.nextBoolean()) {
                parts.put(part.getKey(), part(construction, part.getKey(), depth));
            }
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return construction.build(parts);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof ConstraintException violation) {
                    String member = violation.pointer().isEmpty()
                            ? "value"
                            : violation.pointer().split("/")[1];
                    parts.put(member, part(construction, member, depth));
                } else if (sparse && e.getCause() instanceof IllegalStateException) { // one that is required
                    for (String name : construction.parts().keySet()) {
                        parts.putIfAbsent(name, part(construction, name, depth));
                    }
                } else {
                    throw e;
                }
            }
        }
        throw new AssertionError("no value of " + construction + " in " + ATTEMPTS + " attempts");
    }

    private @Nullable Object part(Construction construction, String name, int depth)
            throws ReflectiveOperationException {
        Object value = value(construction.parts().get(name), depth + 1);
        return name.equals("tag")
                ? "not known: " + value
                : value; // of a union's member that the contract does not have
    }
}
