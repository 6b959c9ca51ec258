package io.rpcidl.runtime.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.json.JsonLimits;
import io.rpcidl.json.JsonWriter;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/wire.md} shows is what this package reads. */
class WirePageTest {

    private static final Pattern BLOCK = Pattern.compile("```json\n(.*?)\n```", Pattern.DOTALL);

    @Test
    void showsMessagesThatCanBeRead() throws IOException {
        List<Header> headers = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(Files.readString(Path.of("../docs/wire.md")));
        while (blocks.find()) {
            byte[] message = blocks.group(1).getBytes(StandardCharsets.UTF_8);
            MessageReader reader = new MessageReader(JsonLimits.DEFAULT).next(message, 0, message.length);
            headers.add(reader.header());
            reader.check();
            if (!headers.get(headers.size() - 1).kind().isEmpty()) {
                assertEquals(blocks.group(1) + "\n", rewritten(message));
            }
        }
        assertEquals(13, headers.size());
        assertEquals("example_method", headers.get(0).method());
        assertEquals(
                List.of(Header.ITEM, Header.END, Header.END, Header.CANCEL, Header.CREDIT, Header.ITEMS),
                headers.subList(3, 9).stream().map(Header::kind).toList());
        assertTrue(headers.get(9).offers());
        assertTrue(headers.get(10).accepts());
        assertEquals(Header.PING, headers.get(11).kind());
        assertTrue(headers.get(12).deflate());
    }

    /** Reads a message that follows a request, or belongs to the connection, and writes it again. */
    private static String rewritten(byte[] message) {
        MessageReader reader = new MessageReader(JsonLimits.DEFAULT).next(message, 0, message.length);
        MessageWriter writer = new MessageWriter(JsonLimits.DEFAULT);
        Header header = reader.header();
        return switch (header.kind()) {
            case Header.ITEM, Header.ITEMS -> items(writer, header, StreamReader.items(header, reader, () -> {}));
            case Header.END -> text(end(writer, header, StreamReader.end(reader)));
            case Header.CREDIT -> text(writer.credit(header, StreamReader.credit(reader)));
            case Header.CANCEL -> text(writer.follow(header, Header.CANCEL));
            default -> text(writer.control(header.kind()));
        };
    }

    private static String items(MessageWriter writer, Header header, List<Payload> items) {
        if (header.kind().equals(Header.ITEM)) {
            return text(writer.item(header, header.metadata(), items.get(0)));
        }
        ItemsMessage message = writer.items(header);
        items.forEach(item -> message.add(written(item)));
        return text(message.finish());
    }

    private static JsonWriter written(Payload item) {
        JsonWriter out = new JsonWriter();
        item.writeTo(out);
        return out;
    }

    private static JsonWriter end(MessageWriter writer, Header header, Status failure) {
        return writer.end(header, header.metadata(), failure, false);
    }

    private static String text(JsonWriter out) {
        return new String(out.toByteArray(), StandardCharsets.UTF_8);
    }
}
