package io.rpcidl.runtime.client;

import io.rpcidl.runtime.MethodDescriptor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How the callers of each method wait, if they are alone. Safe for any number of threads. */
final class SpinWaits {

    /** Calls without a stub may have any name. */
    static final int MOST = 1_000;

    private record Method(String service, String name) {}

    private final Map<Method, SpinWait> ofMethods = new ConcurrentHashMap<>();

    /** Returns what a method's callers have in common; null if it is one of too many. */
    @Nullable
    SpinWait of(MethodDescriptor<?, ?> descriptor) {
        Method method = new Method(descriptor.serviceName(), descriptor.methodName());
        SpinWait known = ofMethods.get(method);
        if (known != null || ofMethods.size() >= MOST) {
            return known;
        }
        return ofMethods.computeIfAbsent(method, first -> new SpinWait(System::nanoTime));
    }
}
