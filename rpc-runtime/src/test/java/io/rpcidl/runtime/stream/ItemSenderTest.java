package io.rpcidl.runtime.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.json.Codec;
import io.rpcidl.json.Codecs;
import io.rpcidl.json.JsonException;
import io.rpcidl.json.JsonLimits;
import io.rpcidl.json.JsonWriter;
import io.rpcidl.runtime.Metadata;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.wire.Header;
import io.rpcidl.runtime.wire.MessageWriter;
import io.rpcidl.runtime.wire.RequestId;
import io.rpcidl.transport.Connection;
import io.rpcidl.transport.GrowingMessage;
import io.rpcidl.transport.Peer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Items that leave by themselves, and together. */
class ItemSenderTest {

    private static final Header REQUEST = Header.following(new RequestId.Numeric(7), "a.v1.A", "list");
    private static final String BEGIN =
            "{\"header\":{\"request_id\":7,\"service_name\":\"a.v1.A\",\"method_name\":\"list\",";
    private static final String ONE = BEGIN + "\"kind\":\"item\"},\"body\":{\"item\":%s}}\n";
    private static final String SEVERAL = BEGIN + "\"kind\":\"items\"},\"body\":{\"items\":[%s]}}\n";

    private final Queue connection = new Queue();
    private final ItemSender sender = new ItemSender(new MessageWriter(JsonLimits.DEFAULT), REQUEST);

    @Test
    void anItemGoesByItselfWhereNoneWaits() {
        send("a", false);
        send("b", false);
        assertEquals(List.of(ONE.formatted("\"a\""), ONE.formatted("\"b\"")), connection.leave());
    }

    @Test
    void whatWaitsGoesTogether() {
        send("a", false);
        send("b", true);
        send("c", true);
        assertEquals(List.of(ONE.formatted("\"a\""), SEVERAL.formatted("\"b\",\"c\"")), connection.leave());
        send("d", true);
        assertEquals(List.of(SEVERAL.formatted("\"d\"")), connection.leave());
    }

    @Test
    void aLongItemGoesByItselfAndIsNotOvertaken() {
        String text = "x".repeat(512);
        send("a", true);
        send(text, true);
        send("b", true);
        send("c", true);
        send("d", true);
        assertEquals(
                List.of(
                        SEVERAL.formatted("\"a\""),
                        ONE.formatted("\"" + text + "\""),
                        ONE.formatted("\"b\""), // it was to be as long as the last
                        SEVERAL.formatted("\"c\",\"d\"")),
                connection.leave());
    }

    @Test
    void anItemByItselfIsNotOvertaken() {
        send("a", true);
        send("b", false);
        send("c", true);
        assertEquals(
                List.of(SEVERAL.formatted("\"a\""), ONE.formatted("\"b\""), SEVERAL.formatted("\"c\"")),
                connection.leave());
    }

    @Test
    void aMessageThatIsFullIsFollowedByAnother() {
        String text = "x".repeat(500);
        send(text, false);
        for (int i = 0; i < 80; i++) {
            send(text, true);
        }
        List<String> messages = connection.leave();
        assertEquals(4, messages.size());
        assertTrue(messages.stream().allMatch(message -> message.length() <= 16 << 10));
        assertTrue(messages.get(1).length() > 15 << 10);
    }

    @Test
    void aMessageHasNoMoreItemsThanAReaderTakes() {
        for (int i = 0; i < 1_500; i++) {
            send("", true);
        }
        String most = "\"\",".repeat(1_023) + "\"\"";
        assertEquals(SEVERAL.formatted(most), connection.leave().get(0));
    }

    @Test
    void anItemThatCannotBeWrittenLeavesTheOthersAsTheyAre() {
        send("a", true);
        Codec<String> broken = new Codec<>() {
            @Override
            public void write(JsonWriter out, String value) {
                out.beginObject();
                throw out.limit(value);
            }

            @Override
            public String read(io.rpcidl.json.JsonReader in) {
                return in.string();
            }
        };
        assertThrows(JsonException.class, () -> sender.write(Payload.of(broken, "too much"), Metadata.EMPTY, true));
        send("b", true);
        assertEquals(List.of(SEVERAL.formatted("\"a\",\"b\"")), connection.leave());
    }

    @Test
    void anItemOverTheLimitIsRefusedHoweverItGoes() {
        ItemSender narrow = new ItemSender(new MessageWriter(new JsonLimits(300, 64)), REQUEST);
        Payload fits = Payload.of(Codecs.STRING, "x".repeat(100));
        for (int i = 0; i < 2; i++) {
            narrow.write(fits, Metadata.EMPTY, true);
            narrow.send(connection);
        }
        for (boolean together : List.of(true, false)) {
            assertThrows(JsonException.class, () -> {
                narrow.write(Payload.of(Codecs.STRING, "x".repeat(250)), Metadata.EMPTY, together);
                narrow.send(connection);
            });
        }
        List<String> messages = connection.leave();
        assertEquals(2, messages.size());
        assertTrue(messages.stream().allMatch(message -> message.length() <= 300));
    }

    @Test
    void bytesAreThoseOfTheMessages() {
        int bytes = send("a", false) + send("b", true) + send("c", true) + send("x".repeat(2_000), true);
        assertEquals(bytes, connection.leave().stream().mapToInt(String::length).sum());
    }

    private int send(String text, boolean together) {
        sender.write(Payload.of(Codecs.STRING, text), Metadata.EMPTY, together);
        return sender.send(connection);
    }

    /** A connection on which nothing leaves until it is said. */
    private static final class Queue implements Connection {

        private final List<GrowingMessage> waiting = new ArrayList<>();

        List<String> leave() {
            List<String> left = new ArrayList<>();
            for (GrowingMessage message : waiting) {
                message.finish();
                left.add(new String(message.bytes(), 0, message.length(), StandardCharsets.UTF_8));
            }
            waiting.clear();
            return left;
        }

        @Override
        public void send(byte[] bytes, int length) {
            waiting.add(new GrowingMessage() {
                @Override
                public void finish() {}

                @Override
                public byte[] bytes() {
                    return bytes;
                }

                @Override
                public int length() {
                    return length;
                }
            });
        }

        @Override
        public void send(GrowingMessage message) {
            waiting.add(message);
        }

        @Override
        public void sendThenDeflate(byte[] bytes, int length) {
            throw new AssertionError("only sends");
        }

        @Override
        public void inflateInput(byte[] rest, int from, int to) {
            throw new AssertionError("only sends");
        }

        @Override
        public void whenWritable(Runnable task) {
            throw new AssertionError("only sends");
        }

        @Override
        public void setReading(boolean reading) {
            throw new AssertionError("only sends");
        }

        @Override
        public void close() {}

        @Override
        public void abort(String reason) {}

        @Override
        public Peer peer() {
            throw new AssertionError("only sends");
        }

        @Override
        public void schedule(Duration delay, Runnable task) {
            throw new AssertionError("only sends");
        }
    }
}
