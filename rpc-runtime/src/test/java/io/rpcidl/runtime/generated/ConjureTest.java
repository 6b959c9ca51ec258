package io.rpcidl.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rpcidl.json.Codec;
import io.rpcidl.json.JsonException;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.stub.ServiceDefinition;
import io.rpcidl.runtime.stub.ServiceHandler;
import io.rpcidl.runtime.testing.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import testing.conjure.BodyHandlerBase;
import testing.conjure.ParameterHandlerBase;

/**
 * Palantir's verification cases for Conjure: texts that a reader of a type must take, and others that it must refuse, read by
 * the codecs of {@code testing/conjure.rpcidl}. Where ours decide otherwise the case stands in
 * {@code conjure/exceptions.txt}, below the reason; a case there that is as expected after all is a failure too.
 */
class ConjureTest {

    private static final Path EXCEPTIONS = Path.of("src/test/resources/conjure/exceptions.txt");

    @Test
    void everyCaseIsAsExpectedOrListedWithAReason() throws IOException {
        List<Case> cases = cases();
        assertEquals(563, cases.size());
        List<String> others = cases.stream()
                .filter(each -> !each.isAsExpected())
                .map(Case::toString)
                .toList();
        List<String> exceptions = Files.readAllLines(EXCEPTIONS).stream()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        assertEquals(lines(exceptions), lines(others));
        System.out.println("Conjure: of " + cases.size() + " cases " + (cases.size() - others.size()) + " as expected, "
                + others.size() + " otherwise on purpose");
    }

    private static String lines(List<String> unsorted) {
        return unsorted.stream().sorted().collect(Collectors.joining("\n"));
    }

    /** A text, and whether it must be read as a type. */
    private record Case(MethodDescriptor<?, ?> method, String section, String type, boolean right, String text) {

        boolean isAsExpected() {
            if (section.equals("body")) {
                return right == reads(method.result(), text);
            }
            return right == reads(method.params(), "{\"value\":" + text + "}")
                    && right == reads(method.params(), "[" + text + "]");
        }

        @Override
        public String toString() {
            return type + (right ? " + " : " - ") + text;
        }
    }

    /** Returns whether a text is read; what is read can be written, and that is read as the same. */
    private static <T> boolean reads(Codec<T> codec, String text) {
        T value;
        try {
            value = Json.readExactly(codec, text);
        } catch (JsonException e) {
            return false;
        }
        assertEquals(value, Json.read(codec, Json.write(codec, value)), text);
        return true;
    }

    private static List<Case> cases() throws IOException {
        String yaml = Files.readString(Corpus.folder("conjure").resolve("conjure-master-test-cases.yml"));
        Object sections = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        Map<String, MethodDescriptor<?, ?>> bodies = methods(new BodyHandlerBase() {});
        Map<String, MethodDescriptor<?, ?>> parameters = methods(new ParameterHandlerBase() {});
        List<Case> cases = new ArrayList<>();
        map(sections)
                .forEach((section, types) -> list(types)
                        .forEach(type ->
                                addCases(cases, section, section.equals("body") ? bodies : parameters, map(type))));
        return cases;
    }

    private static void addCases(
            List<Case> cases, String section, Map<String, MethodDescriptor<?, ?>> methods, Map<String, ?> entry) {
        String type = entry.get("type").toString();
        MethodDescriptor<?, ?> method = methods.get(methodOf(type));
        for (Object text : list(entry.get("positive"))) {
            cases.add(new Case(method, section, type, true, text.toString()));
        }
        Object wrong = entry.containsKey("negative") ? entry.get("negative") : List.of();
        for (Object text : list(wrong)) {
            cases.add(new Case(method, section, type, false, text.toString()));
        }
    }

    private static String methodOf(String type) {
        return type.equals("optional<string>")
                ? "optionalString"
                : Character.toLowerCase(type.charAt(0)) + type.substring(1);
    }

    private static Map<String, MethodDescriptor<?, ?>> methods(ServiceHandler handler) {
        return handler.definition_().bindings().stream()
                .map(ServiceDefinition.Binding::method)
                .collect(Collectors.toMap(MethodDescriptor::methodName, method -> method));
    }

    private static Map<String, ?> map(Object yaml) {
        return ((Map<?, ?>) yaml)
                .entrySet().stream()
                        .collect(Collectors.toMap(each -> each.getKey().toString(), Map.Entry::getValue));
    }

    private static List<?> list(Object yaml) {
        return (List<?>) yaml;
    }
}
