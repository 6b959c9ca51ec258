package io.rpcidl.runtime.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rpcidl.json.Codecs;
import io.rpcidl.json.JsonException;
import io.rpcidl.json.JsonLimits;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One reader for all messages of a connection, and when it is another. */
class MessageReaderTest {

    private final MessageReader reader = new MessageReader(JsonLimits.DEFAULT);

    @Test
    void aReaderWhoseMessageNobodyHoldsReadsTheNext() {
        assertEquals("a", next(reader, request("a", "[1]")).header().method());
        assertEquals("b", next(reader, request("b", "[2]")).header().method());
        assertThrows(
                JsonException.class,
                () -> next(reader, "{\"header\":{\"request_id\":7,}").header());
        assertEquals(7, ((RequestId.Numeric) reader.headerSoFar().id()).value());
        reader.rest();
        assertEquals(
                null, next(reader, "{\"header\":{\"kind\":\"ping\"}}").header().id());
    }

    @Test
    void parametersAreHeldUntilTheyAreRead() {
        next(reader, request("a", "[1,2]")).header();
        RequestParams params = new RequestParams(reader, () -> {});
        reader.rest();
        MessageReader other = next(reader, request("b", "[3]"));
        assertNotSame(reader, other);
        assertEquals("b", other.header().method());
        assertEquals(List.of(1, 2), params.readWith(Codecs.list(Codecs.INT32)));
        next(reader, request("c", "[4]")).header();
        assertThrows(IllegalStateException.class, () -> params.readWith(Codecs.list(Codecs.INT32)));
        assertEquals(List.of(4), new RequestParams(reader, () -> {}).readWith(Codecs.list(Codecs.INT32)));
    }

    @Test
    void aResultIsHeldUntilItIsReadEvenIfItIsWrong() {
        next(reader, request("a", "[]").replace("\"params\":[]", "\"result\":\"x\""))
                .header();
        Payload result = ((Reply.Success) ReplyReader.read(reader)).result();
        assertNotSame(reader, next(reader, request("b", "[]")));
        assertThrows(JsonException.class, () -> result.readWith(Codecs.INT32));
        assertSame(reader, next(reader, request("c", "[]")));
        assertThrows(IllegalStateException.class, () -> result.readWith(Codecs.STRING));
    }

    private static MessageReader next(MessageReader reader, String message) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        return reader.next(bytes, 0, bytes.length);
    }

    private static String request(String method, String params) {
        return "{\"header\":{\"request_id\":1,\"service_name\":\"s\",\"method_name\":\"" + method
                + "\"},\"body\":{\"params\":" + params + "}}";
    }
}
