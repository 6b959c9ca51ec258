package io.rpcidl.runtime.observe;

import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Status;
import io.rpcidl.transport.Peer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Writes down what a listener is told: for each call its attempts and how it ended. */
final class Recording implements CallListener {

    /** Of calls that have ended, a line each. */
    final BlockingQueue<String> calls = new LinkedBlockingQueue<>();

    /** Bytes of the attempts that have ended. */
    final AtomicLong sent = new AtomicLong();

    final AtomicLong received = new AtomicLong();

    /** Returns the line of the next call that ends. */
    String next() throws InterruptedException {
        return String.valueOf(calls.poll(20, TimeUnit.SECONDS));
    }

    @Override
    public CallObserver clientCall(Call call) {
        return new Lines("client " + call.method().fullName());
    }

    @Override
    public CallObserver serverCall(Call call) {
        return new Lines("server " + call.method().fullName());
    }

    @Override
    public void refused(String method, Peer peer, Status status) {
        calls.add("refused " + method + ": " + status.code());
    }

    private static String said(@Nullable Status failure) {
        return failure == null ? "OK" : failure.code().name();
    }

    private final class Lines implements CallObserver {

        private final String name;
        private final List<String> attempts = new ArrayList<>();

        Lines(String name) {
            this.name = name;
        }

        @Override
        public AttemptObserver attempt(String peer) {
            return new AttemptObserver() {

                private final AtomicLong out = new AtomicLong();
                private final AtomicLong in = new AtomicLong();

                @Override
                public void sent(int bytes) {
                    out.incrementAndGet();
                    sent.addAndGet(bytes);
                }

                @Override
                public void received(int bytes) {
                    in.incrementAndGet();
                    received.addAndGet(bytes);
                }

                @Override
                public void ended(@Nullable Status failure, Duration elapsed) {
                    attempts.add(said(failure) + " after " + out + " out, " + in + " in");
                }
            };
        }

        @Override
        public void ended(@Nullable Status failure, Duration elapsed) {
            calls.add(name + ": " + said(failure) + " " + attempts);
        }
    }
}
