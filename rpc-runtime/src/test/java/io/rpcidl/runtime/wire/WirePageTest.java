package io.rpcidl.runtime.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.json.JsonLimits;
import io.rpcidl.json.JsonWriter;
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
        assertEquals(12, headers.size());
        assertEquals("example_method", headers.get(0).method());
        assertEquals(
                List.of(Header.ITEM, Header.END, Header.END, Header.CANCEL, Header.CREDIT),
                headers.subList(3, 8).stream().map(Header::kind).toList());
        assertTrue(headers.get(8).offers());
        assertTrue(headers.get(9).accepts());
        assertEquals(Header.PING, headers.get(10).kind());
        assertTrue(headers.get(11).deflate());
    }

    /** Reads a message that follows a request, or belongs to the connection, and writes it again. */
    private static String rewritten(byte[] message) {
        MessageReader reader = new MessageReader(JsonLimits.DEFAULT).next(message, 0, message.length);
        MessageWriter writer = new MessageWriter(JsonLimits.DEFAULT);
        Header header = reader.header();
        return text(
                switch (header.kind()) {
                    case Header.ITEM -> writer.item(header, header.metadata(), StreamReader.item(reader, () -> {}));
                    case Header.END -> end(writer, header, StreamReader.end(reader));
                    case Header.CREDIT -> writer.credit(header, StreamReader.credit(reader));
                    case Header.CANCEL -> writer.follow(header, Header.CANCEL);
                    default -> writer.control(header.kind());
                });
    }

    private static JsonWriter end(MessageWriter writer, Header header, Status failure) {
        return writer.end(header, header.metadata(), failure, false);
    }

    private static String text(JsonWriter out) {
        return new String(out.toByteArray(), StandardCharsets.UTF_8);
    }
}
