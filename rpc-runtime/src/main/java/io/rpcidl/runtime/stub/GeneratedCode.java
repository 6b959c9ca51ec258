package io.rpcidl.runtime.stub;

import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.StatusCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Small pieces that every generated type needs: kept here so that they are not generated again and again. */
public final class GeneratedCode {

    /** The version of the agreement between generated code and this runtime. */
    private static final int VERSION = 1;

    private GeneratedCode() {}

    /** Fails, at the first use of a generated service, if the generator that wrote it wants another runtime. */
    public static void require(int version) {
        if (version != VERSION) {
            throw new IllegalStateException("this code was generated for version " + version
                    + " of the rpcidl runtime's generated-code interface, but the runtime on the class path has version "
                    + VERSION + ": use the same version of rpc-maven-plugin and rpc-runtime");
        }
    }

    /** Returns a required value, or says which one is not set. */
    public static <T> T required(@Nullable T value, String type, String name) {
        if (value == null) {
            throw new IllegalStateException(type + ": required '" + name + "' is not set");
        }
        return value;
    }

    /** Returns an enum's values by their names on the wire. */
    public static <E> Map<String, E> byName(Function<E, String> wireName, List<E> values) {
        return byName(wireName, values, Map.of());
    }

    /** Returns an enum's values by their names on the wire and by further names that are read. */
    public static <E> Map<String, E> byName(Function<E, String> wireName, List<E> values, Map<String, E> aliases) {
        Map<String, E> names = new HashMap<>(aliases);
        values.forEach(value -> names.put(wireName.apply(value), value));
        return Map.copyOf(names);
    }

    /** Makes the answer of a handler that does not implement a method. */
    public static RpcException unimplemented(MethodDescriptor<?, ?> method) {
        return new RpcException(StatusCode.UNIMPLEMENTED, method.fullName() + " is not implemented by this server");
    }
}
