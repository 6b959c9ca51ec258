package io.rpcidl.runtime.stream;

import io.rpcidl.runtime.Payload;
import io.rpcidl.transport.OneLine;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The items that come in from a connection, for one subscriber. It gets what it has asked for on the thread that brings
 * an item or asks for one; what it has not asked for yet waits here. How much that may be is told the other side by
 * credit: as many items as fit into 1 MiB, at most {@value #MOST}, renewed when half of them is used up. Where there is
 * no credit the connection is not read while as much is waiting. Safe for any number of threads.
 */
public final class InboundItems implements Flow.Publisher<Payload>, Flow.Subscription, ReadyItems {

    /** The items that may be sent before the first credit. */
    public static final int INITIAL = 16;

    private static final Logger LOG = LoggerFactory.getLogger(InboundItems.class);
    static final int MOST = 4_096;
    private static final int WINDOW_BYTES = 1 << 20;
    private static final int TAKEN_BYTES = 16 << 10;
    private static final int TAKEN_MOST = 256;

    private record Waiting(Payload item, int size) {}

    private final StreamLink link;

    // all below is guarded by waiting
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private long bytes; // that wait
    private final ItemWindow window = new ItemWindow(WINDOW_BYTES, MOST);
    private long credit = INITIAL; // that the other side has left
    private Flow.@Nullable Subscriber<? super Payload> subscriber;
    private long demand;
    private boolean delivering; // by one thread at a time
    private boolean ended; // nothing more comes in
    private @Nullable Throwable failure;
    private boolean over; // nothing more goes out
    private boolean reading = true;

    /** Makes the items of a stream. */
    public InboundItems(StreamLink link) {
        this.link = link;
    }

    // ---- from the connection

    /** Takes an item of so many bytes. What comes after the end is dropped. */
    public void item(Payload item, int size) {
        items(List.of(item), size);
    }

    /** Takes items that came together, of so many bytes in all. What comes after the end is dropped. */
    public void items(List<Payload> items, int size) {
        boolean wanted;
        int more;
        long held;
        synchronized (waiting) {
            if (ended || items.isEmpty()) {
                return;
            }
            int each = size / items.size();
            window.saw(each, items.size());
            credit -= items.size();
            bytes += size;
            int rest = size - each * items.size();
            for (Payload item : items) {
                waiting.add(new Waiting(item, each + rest));
                rest = 0;
            }
            wanted = demand > 0;
            more = wanted ? 0 : regulate();
            held = bytes;
        }
        if (wanted) {
            deliver();
            balance();
        } else {
            tell(more, held);
        }
    }

    /** Says that no more items come; null if all is well. Those that wait are delivered before. */
    public void end(@Nullable Throwable reason) {
        synchronized (waiting) {
            if (!ended) {
                ended = true;
                failure = reason;
            }
        }
        deliver();
    }

    /** Ends the items at once. */
    public void fail(Throwable reason) {
        synchronized (waiting) {
            if (!ended) {
                clear();
            }
        }
        end(reason);
        balance();
    }

    /** Returns whether no more items come. */
    public boolean isEnded() {
        synchronized (waiting) {
            return ended;
        }
    }

    /** Returns how many bytes of items wait. */
    public long bytes() {
        synchronized (waiting) {
            return bytes;
        }
    }

    // ---- from the subscriber

    @Override
    public void subscribe(Flow.Subscriber<? super Payload> newSubscriber) {
        synchronized (waiting) {
            if (subscriber != null) {
                throw new IllegalStateException("the items of a call have one subscriber already");
            }
            subscriber = newSubscriber;
            delivering = true; // not before onSubscribe
        }
        newSubscriber.onSubscribe(this);
        synchronized (waiting) {
            delivering = false;
        }
        deliver();
        balance();
    }

    /** Takes one item, or as many as fit into 16 KiB, at most {@value #TAKEN_MOST}. */
    @Override
    public boolean take(Collection<? super Payload> taker) {
        int more;
        long held;
        synchronized (waiting) {
            if (delivering || over || demand > 0 || waiting.isEmpty()) {
                return false;
            }
            long enough = bytes - TAKEN_BYTES;
            for (int i = 0; i == 0 || i < TAKEN_MOST && bytes > enough && !waiting.isEmpty(); i++) {
                taker.add(next());
            }
            more = regulate();
            held = bytes;
        }
        tell(more, held);
        return true;
    }

    @Override
    public void request(long items) {
        if (items <= 0) {
            fail(new IllegalArgumentException("not positive: " + items)); // Reactive Streams, 3.9
            link.cancelled();
            return;
        }
        synchronized (waiting) {
            demand = demand + items < 0 ? Long.MAX_VALUE : demand + items;
        }
        deliver();
        balance();
    }

    @Override
    public void cancel() {
        boolean first;
        synchronized (waiting) {
            first = !over;
            over = true;
            ended = true;
            clear();
        }
        balance();
        if (first) {
            link.cancelled();
        }
    }

    // ----

    /** Hands out what there is and is asked for. A thread that finds another one at it leaves it to that. */
    private void deliver() {
        synchronized (waiting) {
            if (delivering || subscriber == null) {
                return;
            }
            delivering = true;
        }
        while (deliverNext()) {
            // goes on with what has come, or was asked for, meanwhile
        }
    }

    private boolean deliverNext() {
        Payload item;
        Throwable reason;
        Flow.Subscriber<? super Payload> to;
        synchronized (waiting) {
            item = over || demand == 0 || waiting.isEmpty() ? null : next();
            boolean last = item == null && !over && ended && waiting.isEmpty();
            if (item == null && !last) {
                delivering = false;
                return false;
            }
            demand -= item == null ? 0 : 1;
            over = last;
            to = subscriber;
            reason = failure;
        }
        try {
            if (item != null) {
                to.onNext(item);
            } else if (reason == null) {
                to.onComplete();
            } else {
                to.onError(reason);
            }
        } catch (RuntimeException | Error e) {
            LOG.error("a subscriber to a stream's items failed, which is against its rules", OneLine.of(e));
            cancel();
        }
        return true;
    }

    /** Compares what waits with what may: grants more, stops reading the connection or goes on with it. */
    private void balance() {
        int more;
        long held;
        synchronized (waiting) {
            more = regulate();
            held = bytes;
        }
        tell(more, held);
    }

    private Payload next() {
        Waiting first = waiting.remove();
        bytes -= first.size;
        return first.item;
    }

    private void clear() {
        waiting.clear();
        bytes = 0;
    }

    /** Returns how many more to grant; the caller holds the lock, for who says last what is read must know last. */
    private int regulate() {
        int room = window.items();
        boolean byCredit = link.hasCredit();
        int most = byCredit ? MOST : room;
        if (waiting.size() <= (reading ? most : most / 2) != reading) {
            reading = !reading;
            link.setReading(reading);
        }
        long open = credit + waiting.size();
        if (!byCredit || ended || open > room / 2) {
            return 0;
        }
        int more = (int) (room - open);
        credit += more;
        return more;
    }

    private void tell(int more, long held) {
        if (more > 0) {
            link.grant(more);
        }
        link.holds(held);
    }
}
