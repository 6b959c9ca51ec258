package io.rpcidl.idl.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.idl.compile.Compiler;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.Severity;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is lint's own, whatever the rules: tiers, options, limits, and what it does not depend on. */
class LinterTest {

    private static final SourceFile SHOP = file("shop.rpcidl", """
            package shop.v1;
            import audit.v1.{audit_line};
            /** A shop. */
            service Shop {
              get(class: int32): audit_line;
            }
            """);
    private static final SourceFile AUDIT = file("audit.rpcidl", """
            package audit.v1;
            struct audit_line {
              text: string;
            }
            """);

    @Test
    void aTierHasTheRulesOfThoseBelowIt() {
        assertEquals(List.of("RI1020"), codes(LintOptions.of(Tier.MINIMAL)));
        assertEquals(List.of("RI1010", "RI1070", "RI1020"), codes(LintOptions.STANDARD));
        assertEquals(List.of("RI1010", "RI1032", "RI1031", "RI1070", "RI1020"), codes(LintOptions.of(Tier.STRICT)));
    }

    @Test
    void aBuildTurnsRulesOffAndOn() {
        assertEquals(
                List.of("RI1010", "RI1031", "RI1070"),
                codes(new LintOptions(Tier.STANDARD, Set.of("RI1020"), Set.of("RI1031"))));
    }

    @Test
    void aBuildIsToldWhichRuleIsNotThere() {
        assertEquals("there is no lint rule 'RI1098'; did you mean 'RI1018'?", refusal(Set.of("RI1098"), Set.of()));
        assertEquals("there is no lint rule 'RI0034'; did you mean 'RI1034'?", refusal(Set.of(), Set.of("RI0034")));
        assertEquals("there is no lint rule ''", refusal(Set.of(), Set.of("")));
        assertEquals(
                "the lint rule 'RI1020' is both allowed and asked for", refusal(Set.of("RI1020"), Set.of("RI1020")));
    }

    @Test
    void aFileLetsARulePassEverywhereInIt() {
        SourceFile shop = file(
                "shop.rpcidl", SHOP.text().replace("/** A", "option lint.allow = [\"RI1070\", \"RI1020\"];\n/** A"));
        assertEquals(
                List.of("RI1010"),
                Linter.lint(schema(List.of(shop, AUDIT)), LintOptions.STANDARD).stream()
                        .map(each -> each.code().id())
                        .toList());
    }

    @Test
    void nothingIsSaidOfAllowancesOfRulesThatAreOff() {
        SourceFile shop = file("shop.rpcidl", "package shop.v1;\noption lint.allow = [\"RI1031\", \"RI1020\"];\n");
        LintOptions standard = new LintOptions(Tier.STANDARD, Set.of(), Set.of("RI1099"));
        assertEquals(
                List.of("shop.rpcidl:2:32: warning[RI1099]: nothing here needs an allowance of RI1020 (remove it)"),
                Linter.lint(schema(List.of(shop)), standard).stream()
                        .map(Object::toString)
                        .toList());
    }

    @Test
    void keepsNoMoreThanALimitOfOneRuleInOneFile() {
        String fields = IntStream.rangeClosed(0, Findings.LIMIT)
                .mapToObj(each -> "  a_" + each + ": bool;\n")
                .collect(Collectors.joining());
        SourceFile file = file("wide.rpcidl", "package shop.v1;\nstruct Wide {\n" + fields + "}\n");
        List<Diagnostic> found = Linter.lint(schema(List.of(file)), LintOptions.STANDARD);
        assertEquals(Findings.LIMIT + 1, found.size());
        assertEquals(
                "more than 1000 findings of this rule in this file; the rest is left out",
                found.get(Findings.LIMIT).message());
    }

    @Test
    void findingsAreWarningsAndDependOnNothingElse() {
        List<SourceFile> sources = new ArrayList<>(List.of(SHOP, AUDIT));
        List<String> expected = all(sources);
        Collections.reverse(sources);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertEquals(expected, all(sources));
        } finally {
            Locale.setDefault(before);
        }
        assertTrue(Linter.lint(schema(sources), LintOptions.of(Tier.STRICT)).stream()
                .allMatch(each -> each.severity() == Severity.WARNING));
    }

    private static List<String> all(List<SourceFile> sources) {
        return Linter.lint(schema(sources), LintOptions.of(Tier.STRICT)).stream()
                .map(Object::toString)
                .toList();
    }

    private static List<String> codes(LintOptions options) {
        return Linter.lint(schema(List.of(SHOP, AUDIT)), options).stream()
                .map(each -> each.code().id())
                .toList();
    }

    private static String refusal(Set<String> allowed, Set<String> also) {
        return assertThrows(IllegalArgumentException.class, () -> new LintOptions(Tier.STANDARD, allowed, also))
                .getMessage();
    }

    private static Schema schema(List<SourceFile> sources) {
        return Compiler.compile(sources).schema().orElseThrow();
    }

    private static SourceFile file(String name, String text) {
        return new SourceFile(name, text);
    }
}
