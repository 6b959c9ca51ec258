package io.rpcidl.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rpcidl.codegen.java.JavaGenerator;
import io.rpcidl.codegen.model.ModelGenerator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Generators come by the names of their targets, ours like those of others. */
class GeneratorsTest {

    @Test
    void oursAreThere() {
        assertEquals(List.of("java", "model"), List.copyOf(Generators.targets()));
        assertInstanceOf(JavaGenerator.class, Generators.open("java", Map.of()));
        assertInstanceOf(ModelGenerator.class, Generators.open("model", Map.of()));
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertEquals("no generator of 'cobol'; there are: [java, model]", refusal("cobol", Map.of()));
        assertEquals(
                "the generator of 'java' has no options, given: [beans]", refusal("java", Map.of("beans", "true")));
    }

    private static String refusal(String target, Map<String, String> options) {
        return assertThrows(IllegalArgumentException.class, () -> Generators.open(target, options))
                .getMessage();
    }
}
