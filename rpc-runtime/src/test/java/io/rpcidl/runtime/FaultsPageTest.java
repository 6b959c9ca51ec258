package io.rpcidl.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/faults.md} names is there: every line has a test, and every test is a class of its module. */
class FaultsPageTest {

    private static final Pattern TESTS = Pattern.compile("`([.a-z/-]+): (\\w+(?:, \\w+)*)`");

    @Test
    void namesTestsThatThereAre() throws IOException {
        List<String> missing = new ArrayList<>();
        int rows = 0;
        for (String line : Files.readAllLines(Path.of("../docs/faults.md"))) {
            if (!line.startsWith("| ") || line.startsWith("| what is done to us")) {
                continue;
            }
            rows++;
            String tests = line.substring(line.lastIndexOf('|', line.length() - 2));
            List<String> found = TESTS.matcher(tests)
                    .results()
                    .flatMap(match -> Stream.of(match.group(2).split(", ")).map(name -> match.group(1) + ": " + name))
                    .toList();
            assertTrue(!found.isEmpty(), line);
            for (String test : found) {
                if (!exists(test)) {
                    missing.add(test);
                }
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(rows > 30, "rows: " + rows);
    }

    private static boolean exists(String test) throws IOException {
        String[] parts = test.split(": ");
        try (Stream<Path> files = Files.walk(Path.of("..", parts[0], "src"))) {
            return files.anyMatch(file -> file.getFileName().toString().equals(parts[1] + ".java"));
        }
    }
}
