package io.rpcidl.idl.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** In the text on the style each file marked {@code before} becomes the one marked {@code after} that follows it. */
class FormatDocTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "format.md");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```rpcidl (\\w+)\\n(.*?)^```$");

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        String text = Files.readString(DOCUMENT).replace("\r\n", "\n");
        List<MatchResult> fences = FENCE.matcher(text).results().toList();
        assertTrue(fences.size() >= 10 && fences.size() % 2 == 0, () -> fences.size() + " examples");
        assertEquals(
                fences.size(),
                text.lines().filter(line -> line.startsWith("```rpcidl")).count());
        return IntStream.range(0, fences.size() / 2)
                .mapToObj(i -> DynamicTest.dynamicTest("pair " + (i + 1), () -> {
                    MatchResult before = fences.get(2 * i);
                    MatchResult after = fences.get(2 * i + 1);
                    assertEquals(List.of("before", "after"), List.of(before.group(1), after.group(1)));
                    assertEquals(after.group(2), Formats.checked(before.group(2)));
                }));
    }
}
