package io.rpcidl.transport.thread;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What all of its users within this JVM share, such as threads: made for the first of them and ended with the last. Safe for
 * any number of threads.
 *
 * @param <T> what is shared
 */
public final class Shared<T> {

    private final Supplier<T> make;
    private final Consumer<T> end;

    // guarded by this
    private @Nullable T value;
    private int users;

    /** Makes nothing yet; {@code end} is called once for all that {@code make} has made. */
    public Shared(Supplier<T> make, Consumer<T> end) {
        this.make = make;
        this.end = end;
    }

    /** Returns one user's share of it. */
    public synchronized Share take() {
        T taken = value == null ? Objects.requireNonNull(make.get()) : value;
        value = taken;
        users++;
        return new Share(taken);
    }

    private void giveBack() {
        T last;
        synchronized (this) {
            users--;
            if (users > 0) {
                return;
            }
            last = Objects.requireNonNull(value);
            value = null; // who comes next has a new one made
        }
        end.accept(last);
    }

    /** One user's share. */
    public final class Share implements AutoCloseable {

        private final T taken;
        private final AtomicBoolean closed = new AtomicBoolean();

        private Share(T taken) {
            this.taken = taken;
        }

        /** Returns what is shared; not to be used once the share is closed. */
        public T value() {
            return taken;
        }

        /** Gives it back; a second time does nothing. */
        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                giveBack();
            }
        }
    }
}
