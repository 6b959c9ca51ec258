package io.rpcidl.idl.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rpcidl.idl.Fixtures;
import io.rpcidl.idl.Golden;
import io.rpcidl.idl.SchemaDump;
import io.rpcidl.idl.diagnostic.DiagnosticRenderer;
import io.rpcidl.idl.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The schema of a contract that uses everything, and what it does not depend on. */
class SchemaTest {

    private static final List<SourceFile> EVERYTHING = Fixtures.folder("fixtures/good-everything");

    @Test
    void holdsWhatTheContractSays() {
        Golden.check(Fixtures.RESOURCES.resolve("good-everything.schema"), dump(EVERYTHING));
    }

    @Test
    void doesNotDependOnTheOrderOfFiles() {
        List<SourceFile> fixtures = new ArrayList<>(Fixtures.files());
        List<SourceFile> sources = new ArrayList<>(EVERYTHING);
        String schema = dump(sources);
        String diagnostics = diagnostics(fixtures);
        Random random = new Random(7);
        for (int i = 0; i < 5; i++) {
            Collections.shuffle(sources, random);
            Collections.shuffle(fixtures, random);
            assertEquals(schema, dump(sources));
            assertEquals(diagnostics, diagnostics(fixtures));
        }
    }

    @Test
    void doesNotDependOnTheLocale() {
        List<SourceFile> fixtures = Fixtures.files();
        String schema = dump(EVERYTHING);
        String diagnostics = diagnostics(fixtures);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertEquals(schema, dump(EVERYTHING));
            assertEquals(diagnostics, diagnostics(fixtures));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void doesNotDependOnLineEnds() {
        for (String lineEnd : List.of("\r\n", "\r")) {
            assertEquals(dump(EVERYTHING), dump(withLineEnd(EVERYTHING, lineEnd)));
        }
        List<SourceFile> fixtures = Fixtures.files();
        assertEquals(diagnostics(fixtures), diagnostics(withLineEnd(fixtures, "\r\n")));
    }

    private static List<SourceFile> withLineEnd(List<SourceFile> sources, String lineEnd) {
        return sources.stream()
                .map(file -> new SourceFile(file.name(), file.text().replace("\n", lineEnd)))
                .toList();
    }

    private static String dump(List<SourceFile> sources) {
        Compilation compilation = Compiler.compile(sources);
        assertEquals(List.of(), compilation.diagnostics());
        return SchemaDump.of(compilation.schema().orElseThrow());
    }

    private static String diagnostics(List<SourceFile> sources) {
        return DiagnosticRenderer.renderAll(Compiler.compile(sources).diagnostics());
    }
}
