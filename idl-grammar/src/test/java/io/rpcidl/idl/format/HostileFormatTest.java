package io.rpcidl.idl.format;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.idl.Fixtures;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Long and deep files take no longer than their length explains; the limit is one that only a hang reaches. */
class HostileFormatTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    static Stream<String> texts() {
        return Stream.of(
                "const A: list<int32> = [" + "1,".repeat(40_000) + "];",
                "const A: list<any> = [" + "{a:1},".repeat(10_000) + "];",
                "struct A { a: b " + "@x ".repeat(20_000) + "; }",
                "struct A { a: b" + "?".repeat(100_000) + "; }",
                "struct A { a: b" + ".b".repeat(100_000) + "; }",
                "struct A { a: " + "/* x */ // y\n".repeat(50_000) + " b; }",
                "struct A { " + "/* x */".repeat(100_000) + " a: b; }",
                "struct A { " + "/** x */".repeat(20_000) + " a: b; }",
                "struct A { " + "/* x\n * x */ a: b; ".repeat(10_000) + "}",
                "/*" + "\n *".repeat(200_000) + "*/",
                "//" + " ".repeat(1_000_000) + "\n" + "\n".repeat(1_000_000),
                "service A { a(" + "/* x */".repeat(50_000) + "); }",
                "service A { a() throws " + "b, ".repeat(50_000) + "b; }",
                "enum A { " + "a, ".repeat(20_000) + "}",
                "enum A { a }".repeat(10_000),
                "struct A { " + "a: b; ".repeat(20_000) + "}",
                "struct A { " + ("a: " + "b<".repeat(62) + "c" + ">".repeat(62) + ";").repeat(100) + "}",
                "struct A { " + ("a: b = " + "[// x\n".repeat(62) + "]".repeat(62) + ";").repeat(100) + "}");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void endsInTime(String text) {
        assertTimeoutPreemptively(LIMIT, () -> assertTrue(Formats.format(text).isPresent()));
    }

    @Test
    void aLargeFileEndsInTime() {
        String text = Fixtures.folder("fixtures/good-everything").stream()
                .filter(file -> file.name().equals("catalog.rpcidl"))
                .map(file -> file.text()
                        .substring(file.text().indexOf("// Not a doc"))
                        .repeat(400))
                .findFirst()
                .orElseThrow();
        assertTrue(text.length() > 800_000);
        assertTimeoutPreemptively(LIMIT, () -> assertTrue(Formats.format(text).isPresent()));
    }
}
