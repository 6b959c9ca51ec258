package io.rpcidl.idl.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.source.SourceFile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever annotations hold, and however many there are, the answer is diagnostics with places, within bounded time. */
class HostileAnnotationsTest {

    /** Far more than any of these needs, so that only a hang or a quadratic algorithm reaches it. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@size(1) ",
                "@length(1) ",
                "@unknown ",
                "@wirre(1) ",
                "@alias(\"a\") ",
                "@pattern(\"(\") ",
                "@lint.allow(\"RI1040\", \"x\") ",
                "@example(1) ",
                "@range(1e99999..-1e99999) "
            })
    void survivesManyAnnotationsInOnePlace(String annotation) {
        String many = annotation.repeat(10_000);
        Compilation compilation =
                compile(many + "struct A { a: string " + many + "@length(2); } service S { " + many + "m(); }");
        assertTrue(compilation.diagnostics().size() <= 202);
    }

    @Test
    void survivesManyNamesOfOneAnnotation() {
        StringBuilder names = new StringBuilder("\"n\"");
        for (int i = 0; i < 30_000; i++) {
            names.append(", \"n").append(i).append('"');
        }
        assertEquals(
                List.of(),
                compile("struct A { a: string @alias(" + names + "); }").diagnostics());
    }

    /** Each value takes as many steps as one may; together they would take hours. */
    @Test
    void stopsMatchingWhenItTakesTooLong() {
        String pattern = "(a{1,60}){1,60}b";
        String value = "\"" + "a".repeat(1_000) + "\"";
        StringBuilder values = new StringBuilder(value);
        for (int i = 1; i < 100; i++) {
            values.append(", ").append(value);
        }
        List<Diagnostic> diagnostics = compile(
                        "struct A { a: list<string @pattern(\"" + pattern + "\")> = [" + values + "]; }")
                .diagnostics();
        assertEquals(
                "from here on no value is checked against its pattern, as this took more than 50000000 steps",
                diagnostics.get(diagnostics.size() - 1).message());
    }

    @Test
    void survivesManyLargePatterns() {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < 7_000; i++) {
            fields.append('f')
                    .append(i)
                    .append(": string = \"a\" @pattern(\"a|(x{400}){10}y{")
                    .append(i % 900);
            fields.append("}\");\n");
        }
        Compilation compilation = compile("struct A {" + fields + "}");
        assertEquals(1, compilation.diagnostics().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e6144..",
                "-1e6144..1e6144",
                "1e-6144..1",
                "1e2147483647..",
                "1e-2147483648..",
                "..1e99999999999999999999",
                "0.0000000001..1e6144"
            })
    void computesWithNoHugeNumber(String bounds) {
        for (String type : List.of("int32", "int64", "bigint", "float32", "float64", "decimal")) {
            String text = "struct A { a: " + type + " = 1 @range(" + bounds + "); b: string @length(" + bounds + "); }";
            compile(text)
                    .diagnostics()
                    .forEach(each -> assertTrue(each.span().end() > each.span().start()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "a{1}", "\\\\p{", "()", "a|", "(a", "[a-", "\\uD83D\\uDE00", "\\\\", "\\u0000("})
    void placesTheMistakeOfAnyPattern(String part) {
        for (int count : List.of(1, 7, 333, 1_000, 100_000)) {
            compile("newtype A: string @pattern(\"" + part.repeat(count) + "\");")
                    .diagnostics()
                    .forEach(each -> assertTrue(each.message().length() < 2_000, each.toString()));
        }
    }

    private static Compilation compile(String text) {
        return assertTimeoutPreemptively(
                LIMIT, () -> Compiler.compile(List.of(new SourceFile("x.rpcidl", "package a;\n" + text))));
    }
}
