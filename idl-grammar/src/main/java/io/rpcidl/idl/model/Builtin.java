package io.rpcidl.idl.model;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The built-in types that take no arguments. Their names in a contract are their lower-case constants. */
public enum Builtin implements TypeRef {
    BOOL,
    INT32,
    INT64,
    BIGINT,
    FLOAT32,
    FLOAT64,
    DECIMAL,
    STRING,
    BYTES,
    TIMESTAMP,
    DATE,
    TIME,
    DATETIME,
    DURATION,
    UUID,
    ANY;

    private static final Map<String, Builtin> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Builtin::typeName, Function.identity()));

    private final String typeName = name().toLowerCase(java.util.Locale.ROOT);

    /** Returns the name that a contract uses, such as {@code int32}. */
    public String typeName() {
        return typeName;
    }

    /** Returns the built-in type of that name, if there is one. */
    public static Optional<Builtin> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    @Override
    public String toString() {
        return typeName;
    }
}
