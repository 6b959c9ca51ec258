package io.rpcidl.runtime.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.json.Codecs;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.StatusCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Items of a connection that a reader waits for, and what may come in between, step by step. */
class ItemIteratorTest {

    private final Link link = new Link();
    private final InboundItems items = new InboundItems(link);
    private final ItemIterator<String> reader =
            new ItemIterator<>(items, item -> item.readWith(Codecs.STRING), RpcException::new);

    @Test
    void readsTheLastItemAlsoIfTheEndComesWhileItIsTaken() {
        come("last");
        link.meanwhile = () -> items.end(null);
        assertTrue(reader.hasNext());
        assertEquals("last", reader.next());
        assertFalse(reader.hasNext());
    }

    @Test
    void readsTheLastItemAlsoIfTheStreamFailsWhileItIsTaken() {
        come("last");
        link.meanwhile = () -> items.fail(new RpcException(StatusCode.UNAVAILABLE, "lost"));
        assertEquals("last", reader.next());
        assertEquals(
                StatusCode.UNAVAILABLE,
                assertThrows(RpcException.class, reader::hasNext).code());
    }

    @Test
    void readsWhatComesWhileAnotherIsTakenBehindIt() {
        come("first");
        link.meanwhile = () -> come("second");
        assertEquals("first", reader.next());
        assertEquals("second", reader.next());
    }

    @Test
    void readsNothingPastWhatIsInBetween() {
        InboundItems inbound = new InboundItems(link);
        List<String> seen = new ArrayList<>();
        ItemIterator<String> behind = new ItemIterator<>(
                subscriber -> inbound.subscribe(new Noting(subscriber, seen)),
                item -> item.readWith(Codecs.STRING),
                RpcException::new);
        inbound.item(Payload.of(Codecs.STRING, "first"), 5);
        inbound.item(Payload.of(Codecs.STRING, "second"), 6);
        assertEquals("first", behind.next());
        assertEquals("second", behind.next());
        assertEquals(List.of("first", "second"), seen);
    }

    @Test
    void waitingItemsWeighWhatTheyWeigh() {
        InboundItems inbound = new InboundItems(link);
        inbound.item(Payload.of(Codecs.STRING, "large"), 60_000);
        for (int i = 0; i < 100; i++) {
            inbound.items(List.of(), 100);
            inbound.item(Payload.of(Codecs.STRING, "small"), 10);
        }
        assertEquals(61_000, inbound.bytes());
    }

    private void come(String text) {
        items.item(Payload.of(Codecs.STRING, text), text.length());
    }

    /** What a filter sets before a reader: it hands on the subscription as it is, and sees the items. */
    private record Noting(Flow.Subscriber<? super Payload> reader, List<String> seen)
            implements Flow.Subscriber<Payload> {

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            reader.onSubscribe(subscription);
        }

        @Override
        public void onNext(Payload item) {
            seen.add(item.readWith(Codecs.STRING));
            reader.onNext(item);
        }

        @Override
        public void onError(Throwable failure) {
            reader.onError(failure);
        }

        @Override
        public void onComplete() {
            reader.onComplete();
        }
    }

    /** A connection on which something comes while an item is taken from what it has brought. */
    private static final class Link implements StreamLink {

        private Runnable meanwhile = () -> {};

        @Override
        public void holds(long bytes) {
            Runnable once = meanwhile;
            meanwhile = () -> {};
            once.run();
        }

        @Override
        public boolean hasCredit() {
            return true;
        }

        @Override
        public int send(Payload item, boolean together) {
            throw new AssertionError("only reads");
        }

        @Override
        public void whenWritable(Runnable task) {
            throw new AssertionError("only reads");
        }

        @Override
        public void grant(int items) {}

        @Override
        public void setReading(boolean reading) {}

        @Override
        public void sent(@Nullable Throwable failure) {}

        @Override
        public void cancelled() {}
    }
}
