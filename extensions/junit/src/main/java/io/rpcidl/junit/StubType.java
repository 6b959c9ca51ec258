package io.rpcidl.junit;

import io.rpcidl.runtime.Channel;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** Generated stubs, blocking or not: interfaces whose static method {@code stub} makes them of a channel. */
final class StubType {

    private StubType() {}

    static boolean isOne(Class<?> type) {
        return maker(type).isPresent();
    }

    /** Makes the stub of a type that is one. */
    static Object make(Class<?> type, Channel channel) {
        try {
            Method maker = maker(type).orElseThrow();
            return maker.invoke(null, channel);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new ParameterResolutionException("no stub could be made of " + type.getName(), e);
        }
    }

    private static Optional<Method> maker(Class<?> type) {
        return Arrays.stream(type.isInterface() ? type.getDeclaredMethods() : new Method[0])
                .filter(method -> method.getName().equals("stub")
                        && Modifier.isStatic(method.getModifiers())
                        && method.getReturnType() == type
                        && Arrays.equals(method.getParameterTypes(), new Class<?>[] {Channel.class}))
                .findFirst();
    }
}
