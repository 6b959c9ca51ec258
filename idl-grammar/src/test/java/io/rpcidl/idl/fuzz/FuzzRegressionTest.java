package io.rpcidl.idl.fuzz;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import io.rpcidl.idl.Fixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What fuzzing has found once, and every fixture, as inputs of the properties that are fuzzed. */
class FuzzRegressionTest {

    @TestFactory
    Stream<DynamicTest> everyInputHoldsAllProperties() throws IOException {
        return Files.walk(Fixtures.RESOURCES)
                .filter(Files::isRegularFile)
                .sorted()
                .map(FuzzRegressionTest::test);
    }

    private static DynamicTest test(Path input) {
        return DynamicTest.dynamicTest(input.toString(), () -> {
            String text = new String(Files.readAllBytes(input), StandardCharsets.UTF_8);
            assertDoesNotThrow(() -> ParserFuzz.check(text));
            assertDoesNotThrow(() -> CompilerFuzz.check(text));
            assertDoesNotThrow(() -> FormatterFuzz.check(text));
        });
    }
}
