package io.rpcidl.runtime.observe;

import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Metadata;
import io.rpcidl.runtime.OneLine;
import io.rpcidl.runtime.Status;
import io.rpcidl.transport.Peer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Several listeners as one that throws nothing: a fault in a metric is no fault of a call. */
public record Listeners(List<CallListener> all) implements CallListener {

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    /** Returns listeners as one, or null if there are none. */
    public static @Nullable CallListener of(List<CallListener> all) {
        return all.isEmpty() ? null : new Listeners(List.copyOf(all));
    }

    @Override
    public CallObserver clientCall(Call call) {
        return new Calls(each(all, listener -> listener.clientCall(call), CallObserver.NONE));
    }

    @Override
    public CallObserver serverCall(Call call) {
        return new Calls(each(all, listener -> listener.serverCall(call), CallObserver.NONE));
    }

    @Override
    public void refused(String method, Peer peer, Status status) {
        tell(all, listener -> listener.refused(method, peer, status));
    }

    private record Calls(List<CallObserver> all) implements CallObserver {

        @Override
        public Metadata metadata(Metadata metadata) {
            Metadata result = metadata;
            for (CallObserver observer : all) {
                Metadata before = result;
                result = guarded(observer, each -> each.metadata(before), before);
            }
            return result;
        }

        @Override
        public AttemptObserver attempt(String peer) {
            return new Attempts(each(all, observer -> observer.attempt(peer), AttemptObserver.NONE));
        }

        @Override
        public Runnable enter() {
            List<Runnable> leave = each(all, CallObserver::enter, () -> {});
            return () -> {
                for (int i = leave.size() - 1; i >= 0; i--) { // the last one in is the first one out
                    tell(leave.subList(i, i + 1), Runnable::run);
                }
            };
        }

        @Override
        public void ended(@Nullable Status failure, Duration elapsed) {
            tell(all, observer -> observer.ended(failure, elapsed));
        }
    }

    private record Attempts(List<AttemptObserver> all) implements AttemptObserver {

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

    private static <L> void tell(List<L> all, Consumer<L> message) {
        for (L each : all) {
            guarded(
                    each,
                    told -> {
                        message.accept(told);
                        return true;
                    },
                    false);
        }
    }

    private static <L, R> List<R> each(List<L> all, Function<L, R> question, R otherwise) {
        return all.stream()
                .map(listener -> guarded(listener, question, otherwise))
                .toList();
    }

    private static <L, R> R guarded(L listener, Function<L, R> question, R otherwise) {
        try {
            return Objects.requireNonNull(question.apply(listener));
        } catch (RuntimeException | Error e) {
            LOG.error("{} failed as it watched a call", listener.getClass().getName(), OneLine.of(e));
            return otherwise;
        }
    }
}
