package io.rpcidl.jackson;

import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import io.rpcidl.json.Bytes;
import io.rpcidl.json.Codec;
import io.rpcidl.json.Codecs;
import io.rpcidl.json.JsonLimits;
import io.rpcidl.json.JsonValue;
import io.rpcidl.json.MapKey;
import io.rpcidl.runtime.stub.RpcType;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A class and the codec of its JSON. The codec may be one of a larger type: that of a union writes each of the records
 * that are its members. Classes are looked at by reflection, once for each mapper: Jackson keeps what it is given.
 *
 * @param type the class that Jackson asks for
 * @param codec writes it, and reads it or another value of the larger type
 * @param key the type as the key of a map, if it can be one
 * @param <T> the Java type
 */
record BoundCodec<T>(
        Class<T> type, Codec<? super T> codec, @Nullable MapKey<T> key) {

    /** Jackson's parsers and generators have limits of their own, which users set; only depth has an end here too. */
    static final JsonLimits LIMITS = new JsonLimits(Integer.MAX_VALUE - 8, 1_000);

    static @Nullable JsonSerializer<?> writer(Class<?> type) {
        BoundCodec<?> bound = of(type);
        return bound == null ? null : new CodecSerializer<>(bound);
    }

    static @Nullable JsonDeserializer<?> reader(Class<?> type) {
        BoundCodec<?> bound = of(type);
        return bound == null ? null : new CodecDeserializer<>(bound);
    }

    static @Nullable JsonSerializer<?> keyWriter(Class<?> type) {
        BoundCodec<?> bound = of(type);
        return bound == null || bound.key == null ? null : new KeyText.Writer<>(bound.key);
    }

    static @Nullable KeyDeserializer keyReader(Class<?> type) {
        BoundCodec<?> bound = of(type);
        return bound == null || bound.key == null ? null : new KeyText.Reader<>(bound.type, bound.key);
    }

    private static @Nullable BoundCodec<?> of(Class<?> type) {
        if (type == Bytes.class) {
            return new BoundCodec<>(Bytes.class, Codecs.BYTES, null);
        }
        if (JsonValue.class.isAssignableFrom(type)) {
            return new BoundCodec<>(type.asSubclass(JsonValue.class), Codecs.ANY, null);
        }
        RpcType annotation = type.isRecord() && !type.isAnnotationPresent(RpcType.class)
                ? Arrays.stream(type.getInterfaces())
                        .map(union -> union.getAnnotation(RpcType.class))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null)
                : type.getAnnotation(RpcType.class);
        return annotation == null ? null : generated(type, annotation.codec());
    }

    /** The generator names the codec of each type: that the two belong together is not to be seen here. */
    @SuppressWarnings("unchecked")
    private static <T> BoundCodec<T> generated(Class<T> type, Class<?> codec) {
        return new BoundCodec<>(
                type, (Codec<? super T>) Objects.requireNonNull(constant(codec, "INSTANCE"), "INSTANCE"), (MapKey<T>)
                        constant(codec, "KEY"));
    }

    private static @Nullable Object constant(Class<?> codec, String name) {
        for (Field field : codec.getFields()) {
            if (field.getName().equals(name)) {
                try {
                    return field.get(null);
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(
                            codec.getName() + "." + name + " is not accessible: its module must export its package", e);
                }
            }
        }
        return null;
    }
}
