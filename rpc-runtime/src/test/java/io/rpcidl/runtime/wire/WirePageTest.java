package io.rpcidl.runtime.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.runtime.json.JsonLimits;
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
            MessageReader reader = new MessageReader(message, 0, message.length, JsonLimits.DEFAULT);
            headers.add(reader.header());
            reader.check();
        }
        assertEquals(6, headers.size());
        assertEquals("example_method", headers.get(0).method());
        assertTrue(headers.get(3).offers());
        assertTrue(headers.get(4).accepts());
        assertEquals(Header.PING, headers.get(5).kind());
    }
}
