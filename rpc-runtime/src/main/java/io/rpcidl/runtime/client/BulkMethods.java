package io.rpcidl.runtime.client;

import io.rpcidl.runtime.MethodDescriptor;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which methods had large messages lately. Their calls go over connections of their own, for behind a large message all
 * others wait. Safe for any number of threads.
 */
final class BulkMethods {

    /** A message of so many bytes is large. */
    static final int LARGE = 64 << 10;

    private static final int CALLS = 16; // without a large message, until a method is like all others again

    private record Entry(String service, String method, AtomicInteger calls) {

        boolean isOf(MethodDescriptor<?, ?> other) {
            return method.equals(other.methodName()) && service.equals(other.serviceName());
        }
    }

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    /** Begins a call of a method; returns whether it is to be kept apart. */
    boolean begin(MethodDescriptor<?, ?> method) {
        for (Entry entry : entries) {
            if (entry.isOf(method)) {
                if (entry.calls().decrementAndGet() >= 0) {
                    return true;
                }
                entries.remove(entry);
            }
        }
        return false;
    }

    /** Remembers the method of a message if that is large. */
    void saw(MethodDescriptor<?, ?> method, int bytes) {
        if (bytes < LARGE) {
            return;
        }
        for (Entry entry : entries) {
            if (entry.isOf(method)) {
                entry.calls().set(CALLS);
                return;
            }
        }
        entries.add(new Entry(method.serviceName(), method.methodName(), new AtomicInteger(CALLS)));
    }
}
