package io.rpcidl.junit;

import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.observe.CallListener;
import io.rpcidl.runtime.observe.CallObserver;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The calls that are in flight on one side: a stream for as long as its items are. Safe for any number of threads. */
final class OpenCalls implements CallListener {

    private final String side;
    private final Set<Call> calls = Collections.newSetFromMap(new IdentityHashMap<>()); // guarded by itself

    /** Makes the calls of a side, as a message names it. */
    OpenCalls(String side) {
        this.side = side;
    }

    /**
     * Waits until none is in flight, and forgets those that are after all.
     *
     * @return these, for people
     */
    List<String> left(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        synchronized (calls) {
            for (long rest = patience.toNanos(); !calls.isEmpty() && rest > 0; rest = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(calls, rest);
            }
            List<String> names = calls.stream()
                    .map(call -> call.method().fullName() + " " + side)
                    .sorted()
                    .toList();
            calls.clear();
            return names;
        }
    }

    @Override
    public CallObserver clientCall(Call call) {
        return begun(call);
    }

    @Override
    public CallObserver serverCall(Call call) {
        return begun(call);
    }

    private CallObserver begun(Call call) {
        synchronized (calls) {
            calls.add(call);
        }
        return CallObserver.atEnd((failure, elapsed) -> ended(call));
    }

    private void ended(Call call) {
        synchronized (calls) {
            calls.remove(call);
            calls.notifyAll();
        }
    }
}
