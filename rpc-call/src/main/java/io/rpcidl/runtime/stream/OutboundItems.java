package io.rpcidl.runtime.stream;

import io.rpcidl.runtime.Payload;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Sends the items of a publisher over a connection. It asks for as many as the reader has given credit for and the
 * connection takes: as many as fit into 64 KiB, at most {@value #MOST}, until those before have left the process. Safe
 * for any number of threads.
 */
public final class OutboundItems implements Flow.Subscriber<Payload> {

    private static final int MOST = 1_024;
    private static final int UNANSWERED = 128;
    private static final int WINDOW_BYTES = 64 << 10;

    private final StreamLink link;
    private final Object lock = new Object();

    // all below is guarded by lock
    private final ItemWindow window = new ItemWindow(WINDOW_BYTES, MOST);
    private Flow.@Nullable Subscription upstream;
    private long granted = InboundItems.INITIAL;
    private long asked; // items, of the publisher, so far
    private int coming; // of these, not there yet
    private int leaving; // sent, and perhaps still in this process
    private boolean watching; // for them to have left
    private boolean free; // of all but the connection's pace, while there is no credit
    private boolean over;

    private int lastSize; // the publisher's: bytes of the item before

    /**
     * Makes the sender of a stream's items.
     *
     * @param free whether it is known that a reader who gives no credit yet will never give any; else {@value #UNANSWERED}
     *     items are sent, for more might stand in the way of the credit of the other direction
     */
    public OutboundItems(StreamLink link, boolean free) {
        this.link = link;
        this.free = free;
    }

    /** The reader has had time to say that it gives credit, and has not. */
    public void presumeStranger() {
        synchronized (lock) {
            free = true;
        }
        pump();
    }

    /** Lets it send so many items more. */
    public void credit(int items) {
        synchronized (lock) {
            granted += items;
        }
        pump();
    }

    /** Returns how many items the reader takes before it has to give further credit. */
    public long credit() {
        synchronized (lock) {
            return granted - asked;
        }
    }

    /** Sends nothing any more, and tells the publisher so. */
    public void cancel() {
        Flow.Subscription cancelled;
        synchronized (lock) {
            over = true;
            cancelled = upstream;
        }
        if (cancelled != null) {
            cancelled.cancel();
        }
    }

    /** Returns whether so much was sent before there was credit that the reader may have stopped to read. */
    public boolean isOverdrawn() {
        synchronized (lock) {
            return asked - granted > UNANSWERED;
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        boolean useless;
        synchronized (lock) {
            useless = over || upstream != null;
            upstream = useless ? upstream : subscription;
        }
        if (useless) {
            subscription.cancel();
        } else {
            pump();
        }
    }

    @Override
    public void onNext(Payload item) {
        boolean together;
        synchronized (lock) {
            together = watching;
            watching = true;
            coming--;
            leaving++;
            if (lastSize > 0) {
                window.saw(lastSize);
            }
            if (over) {
                return;
            }
        }
        try {
            lastSize = link.send(item, together);
        } catch (RuntimeException | Error e) {
            cancel();
            link.sent(e);
            return;
        }
        if (!together) {
            link.whenWritable(this::left);
        }
    }

    @Override
    public void onError(Throwable failure) {
        end(failure);
    }

    @Override
    public void onComplete() {
        end(null);
    }

    private void end(@Nullable Throwable failure) {
        boolean first;
        synchronized (lock) {
            first = !over;
            over = true;
        }
        if (first) {
            link.sent(failure);
        }
    }

    private void left() {
        synchronized (lock) {
            watching = false;
            leaving = 0;
        }
        pump();
    }

    private void pump() {
        Flow.Subscription from = null;
        long more;
        synchronized (lock) {
            more = window.items() - coming - leaving;
            if (link.hasCredit()) {
                more = Math.min(more, granted - asked);
            } else if (!free) {
                more = Math.min(more, UNANSWERED - asked);
            }
            if (more > 0 && !over && upstream != null) {
                asked += more;
                coming += (int) more;
                from = upstream;
            }
        }
        if (from != null) {
            from.request(more);
        }
    }
}
