package io.rpcidl.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rpcidl.json.JsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import testing.everything.Everything;
import testing.everything.TypeCodecs_.EverythingCodec_;

/** The table of types in {@code docs/wire.md}, row by row: what is written, what is read beside it, and what never is. */
class TypesInJsonTest {

    private static final Path TABLE = Path.of("src/test/resources/types-in-json.txt");

    @TestFactory
    Stream<DynamicTest> everyRow() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> DynamicTest.dynamicTest(line, () -> check(line.split(" \\| ", 3))));
    }

    private static void check(String[] row) {
        String written = row[2].equals("-") ? "{}" : member(row[0], row[2]);
        String expected = row[2].startsWith("! ") ? row[2].substring(2) : written;
        assertEquals(expected, readAndWritten(member(row[0], row[1])));
    }

    private static String member(String name, String value) {
        return "{\"" + name + "\":" + value + "}";
    }

    /** Returns the JSON of what was read, or why it was refused. */
    private static String readAndWritten(String json) {
        Everything value;
        try {
            value = Json.readExactly(EverythingCodec_.INSTANCE, json);
        } catch (JsonException e) {
            return e.getMessage();
        }
        String written = Json.writeExactly(EverythingCodec_.INSTANCE, value);
        assertEquals(value, Json.readExactly(EverythingCodec_.INSTANCE, written));
        return written;
    }
}
