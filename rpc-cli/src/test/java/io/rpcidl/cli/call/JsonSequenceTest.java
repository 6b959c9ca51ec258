package io.rpcidl.cli.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rpcidl.cli.shell.Misuse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class JsonSequenceTest {

    @Test
    void valuesNeedNothingBetweenThem() throws IOException {
        assertEquals(
                List.of("{\"a\":\"}\\\"{\"}", "[1,[2]]", "\"x y\"", "1.50", "{}", "true", "null", "7"),
                read(" {\"a\" : \"}\\\"{\"}[1, [2]]\"x y\"1.50{}\ntrue\r\n\tnull 7"));
        assertEquals(List.of(), read(" \n"));
    }

    @Test
    @Timeout(10)
    void aValueIsThereWithItsLastCharacter() throws IOException {
        try (PipedOutputStream out = new PipedOutputStream();
                PipedInputStream in = new PipedInputStream(out)) {
            JsonSequence values = new JsonSequence(in);
            out.write("{\"a\":1}".getBytes(StandardCharsets.UTF_8));
            assertEquals("{\"a\":1}", new String(values.next(), StandardCharsets.UTF_8));
            out.write("2\n".getBytes(StandardCharsets.UTF_8));
            assertEquals("2", new String(values.next(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void whatIsNotJsonIsRefusedWithItsNumber() {
        for (String text : List.of("1 [2", "1 \"a", "1 {\"a\":}", "1 nul", "1 2,3", "1 }", "1 \"\\")) {
            String message = assertThrows(Misuse.class, () -> read(text)).getMessage();
            assertEquals("item 2 is not JSON", message.substring(0, 18), text);
        }
    }

    private static List<String> read(String text) throws IOException {
        JsonSequence values = new JsonSequence(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        List<String> all = new ArrayList<>();
        for (byte[] each = values.next(); each != null; each = values.next()) {
            all.add(new String(each, StandardCharsets.UTF_8));
        }
        return all;
    }
}
