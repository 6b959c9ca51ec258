package io.rpcidl.jackson.differential;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Java type as generated code declares it.
 *
 * @param type the class
 * @param nullable whether it may be null
 * @param parts its type arguments
 */
record Shape(Class<?> type, boolean nullable, List<Shape> parts) {

    static Shape of(AnnotatedType type) {
        boolean nullable = type.isAnnotationPresent(Nullable.class);
        if (type instanceof AnnotatedParameterizedType generic) {
            Class<?> raw = (Class<?>) ((ParameterizedType) type.getType()).getRawType();
            List<Shape> parts = Arrays.stream(generic.getAnnotatedActualTypeArguments())
                    .map(Shape::of)
                    .toList();
            return new Shape(raw, nullable, parts);
        }
        return new Shape((Class<?>) type.getType(), nullable, List.of());
    }
}
