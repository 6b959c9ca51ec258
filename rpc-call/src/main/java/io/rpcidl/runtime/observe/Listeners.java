package io.rpcidl.runtime.observe;

import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Metadata;
import io.rpcidl.runtime.Status;
import io.rpcidl.transport.OneLine;
import io.rpcidl.transport.Peer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Several listeners as one that throws nothing: a fault in a metric is no fault of a call. */
public final class Listeners implements CallListener {

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final CallListener[] all;

    private Listeners(CallListener[] all) {
        this.all = all;
    }

    /** Returns listeners as one, or null if there are none. */
    public static @Nullable CallListener of(List<CallListener> all) {
        return all.isEmpty() ? null : new Listeners(all.toArray(new CallListener[0]));
    }

    @Override
    public CallObserver clientCall(Call call) {
        return observers(listener -> listener.clientCall(call));
    }

    @Override
    public CallObserver serverCall(Call call) {
        return observers(listener -> listener.serverCall(call));
    }

    private CallObserver observers(Function<CallListener, CallObserver> question) {
        List<CallObserver> observers = List.of(); // as it stays for most calls that nobody samples
        for (CallListener listener : all) {
            CallObserver observer = observer(listener, question);
            if (observer != CallObserver.NONE) {
                observers = observers.isEmpty() ? new ArrayList<>(all.length) : observers;
                observers.add(observer);
            }
        }
        return observers.isEmpty() ? CallObserver.NONE : new Calls(observers.toArray(new CallObserver[0]));
    }

    private static CallObserver observer(CallListener listener, Function<CallListener, CallObserver> question) {
        try {
            return Objects.requireNonNull(question.apply(listener));
        } catch (RuntimeException | Error e) {
            failed(listener, e);
            return CallObserver.NONE;
        }
    }

    @Override
    public void refused(String method, Peer peer, Status status) {
        tell(all, listener -> listener.refused(method, peer, status));
    }

    private record Calls(CallObserver[] all) implements CallObserver {

        @Override
        public Metadata metadata(Metadata metadata) {
            Metadata[] result = {metadata};
            tell(all, observer -> result[0] = Objects.requireNonNull(observer.metadata(result[0])));
            return result[0];
        }

        @Override
        public AttemptObserver attempt(String peer) {
            AttemptObserver[] attempts = new AttemptObserver[all.length];
            for (int i = 0; i < all.length; i++) {
                int index = i;
                attempts[i] = AttemptObserver.NONE;
                guarded(all[i], observer -> attempts[index] = Objects.requireNonNull(observer.attempt(peer)));
            }
            return new Attempts(attempts);
        }

        @Override
        public Runnable enter() {
            List<Runnable> leaving = new ArrayList<>(all.length);
            tell(
                    all,
                    observer -> leaving.add(
                            0, Objects.requireNonNull(observer.enter()))); // the last one in is the first one out
            return () -> leaving.forEach(each -> guarded(each, Runnable::run));
        }

        @Override
        public void ended(@Nullable Status failure, Duration elapsed) {
            tell(all, observer -> observer.ended(failure, elapsed));
        }
    }

    private record Attempts(AttemptObserver[] all) implements AttemptObserver {

        @Override
        public void sent(int bytes) {
            tell(all, observer -> observer.sent(bytes));
        }

        @Override
        public void received(int bytes) {
            tell(all, observer -> observer.received(bytes));
        }

        @Override
        public void ended(@Nullable Status failure, Duration elapsed) {
            tell(all, observer -> observer.ended(failure, elapsed));
        }
    }

    private static <L> void tell(L[] all, Consumer<L> message) {
        for (L each : all) {
            guarded(each, message);
        }
    }

    private static <L> void guarded(L listener, Consumer<L> message) {
        try {
            message.accept(listener);
        } catch (RuntimeException | Error e) {
            failed(listener, e);
        }
    }

    private static void failed(Object listener, Throwable thrown) {
        LOG.error("{} failed as it watched a call", listener.getClass().getName(), OneLine.of(thrown));
    }
}
