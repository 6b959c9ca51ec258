package io.rpcidl.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import golden.docs.Docs;
import golden.docs.ReadersHandlerBase;
import hostile.members.ClosedWords;
import hostile.members.Fields1;
import hostile.members.MethodsHandlerBase;
import hostile.members.OpenWords;
import hostile.types.Known;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Contracts that try to break the generated code: that all of it was compiled, without a warning, is the main test. */
class HostileContractsTest {

    @Test
    void docsBecomeNoClasses() throws Exception {
        Set<String> expected = new TreeSet<>(Set.of(
                "Docs",
                "FakeReaders",
                "Marks",
                "Readers",
                "ReadersAsync",
                "ReadersAsyncHandler",
                "ReadersAsyncHandlerBase",
                "ReadersHandler",
                "ReadersHandlerBase",
                "Readers_",
                "TypeCodecs_",
                "Words",
                "WrongException"));
        assertEquals(expected, topLevelClasses(Docs.class));
        assertNotNull(new ReadersHandlerBase() {}.definition_());
    }

    @Test
    void eachClassHasASourceFileOfItsName() throws Exception {
        for (Class<?> one : List.of(Fields1.class, Known.class, hostile.services.Builder.class)) {
            Set<String> classes = topLevelClasses(one);
            for (String name : classes) {
                assertNotNull(Class.forName(one.getPackageName() + "." + name));
            }
            assertEquals(
                    List.of(),
                    classes.stream().filter(name -> name.contains("Evil")).toList());
        }
    }

    @Test
    void namesThatJavaHasTakenGetAnUnderscore() {
        Set<String> components = Stream.of(Fields1.class.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        assertTrue(components.containsAll(Set.of("toString_", "hashCode_", "build_", "record", "message")));
        assertEquals("class", OpenWords.class_.wireName());
        assertEquals(OpenWords.Known.class_, OpenWords.of("class").known());
        assertEquals("wireName", ClosedWords.wireName_.wireName());
        assertEquals(Known.of("Known"), Known.Known_);
    }

    @Test
    void methodsKeepTheirNamesOnTheWire() {
        Set<String> methods = new MethodsHandlerBase() {}.definition_().bindings().stream()
                .map(each -> each.method().methodName())
                .collect(Collectors.toSet());
        for (String name : List.of("class", "wait", "getClass", "stub", "with", "yield", "fooBar", "foo_bar")) {
            assertEquals(Set.of(name), methods.stream().filter(name::equals).collect(Collectors.toSet()));
        }
    }

    private static Set<String> topLevelClasses(Class<?> one) throws IOException, URISyntaxException {
        Path root =
                Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.list(root.resolve(one.getPackageName().replace('.', '/')))) {
            return files.map(file -> file.getFileName().toString().replace(".class", ""))
                    .filter(name -> !name.contains("$"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
