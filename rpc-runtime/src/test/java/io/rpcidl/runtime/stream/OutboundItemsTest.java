package io.rpcidl.runtime.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rpcidl.json.Codecs;
import io.rpcidl.runtime.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which items go with those before them, and how many are asked for, step by step. */
class OutboundItemsTest {

    private final Link link = new Link();
    private final OutboundItems items = new OutboundItems(link, true);
    private long asked;

    @Test
    void itemsGoWithThoseThatWaitToLeave() {
        items.onSubscribe(new Asking());
        next("a", "b", "c");
        link.leave();
        next("d");
        link.leave();
        next("e", "f");
        assertEquals(List.of("a", "+b", "+c", "d", "e", "+f"), link.sent);
    }

    @Test
    void noMoreAreAskedForThanThereIsCreditFor() {
        items.onSubscribe(new Asking());
        assertEquals(InboundItems.INITIAL, asked);
        items.credit(5);
        assertEquals(InboundItems.INITIAL + 5, asked);
    }

    private void next(String... texts) {
        for (String text : texts) {
            items.onNext(Payload.of(Codecs.STRING, text));
        }
    }

    private final class Asking implements Flow.Subscription {

        @Override
        public void request(long more) {
            asked += more;
        }

        @Override
        public void cancel() {}
    }

    /** A connection that is told when what was sent has left. */
    private static final class Link implements StreamLink {

        private final List<String> sent = new ArrayList<>();
        private Runnable left = () -> {};

        void leave() {
            Runnable once = left;
            left = () -> {};
            once.run();
        }

        @Override
        public boolean hasCredit() {
            return true;
        }

        @Override
        public int send(Payload item, boolean together) {
            sent.add((together ? "+" : "") + item.readWith(Codecs.STRING));
            return 100;
        }

        @Override
        public void whenWritable(Runnable task) {
            left = task;
        }

        @Override
        public void grant(int more) {
            throw new AssertionError("only sends");
        }

        @Override
        public void setReading(boolean reading) {
            throw new AssertionError("only sends");
        }

        @Override
        public void sent(@Nullable Throwable failure) {}

        @Override
        public void cancelled() {}
    }
}
