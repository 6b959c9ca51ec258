package io.rpcidl.runtime.fuzz;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What fuzzing has found once, and the documents that it starts from, as inputs of the properties that are fuzzed.
 * {@code -Dfuzz.inputs=DIR} takes another folder: the one in which a run has collected its inputs, to see what they reach.
 */
class FuzzRegressionTest {

    private static final Path INPUTS = Path.of(System.getProperty("fuzz.inputs", "src/test/resources/fuzz"));

    @TestFactory
    Stream<DynamicTest> everyInputHoldsAllProperties() throws IOException {
        return Files.walk(INPUTS).filter(Files::isRegularFile).sorted().map(FuzzRegressionTest::test);
    }

    private static DynamicTest test(Path input) {
        return DynamicTest.dynamicTest(input.toString(), () -> {
            byte[] document = Files.readAllBytes(input);
            assertDoesNotThrow(() -> JsonReaderFuzz.check(document));
            assertDoesNotThrow(() -> CodecFuzz.check(document));
        });
    }
}
