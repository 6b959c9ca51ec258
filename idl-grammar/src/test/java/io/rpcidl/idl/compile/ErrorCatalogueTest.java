package io.rpcidl.idl.compile;

import io.rpcidl.idl.Fixtures;
import io.rpcidl.idl.Golden;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Severity;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** {@code docs/errors.md} is made of the codes and their fixtures; {@code -Dgolden.update=true} makes it anew. */
class ErrorCatalogueTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "errors.md");

    /** The codes of the tools beside the compiler: where they begin, what they are, and the page that explains them. */
    private static final List<List<String>> OTHERS = List.of(
            List.of("RI1", "Lint", "lint.md"),
            List.of("RI2", "Breaking changes", "breaking.md"),
            List.of("RI3", "Import of Thrift", "import-thrift.md"),
            List.of("RI4", "Generators", "generated-code.md"));

    private final StringBuilder out = new StringBuilder();

    @Test
    void isMadeOfTheFixtures() {
        line("# Diagnostics");
        line("");
        line(
                "Every code that the tools of rpcidl give, with an example of what is wrong, what is said about it, and the same");
        line("put right. This page is made from the fixtures of the tests; codes are never reused.");
        codes("RI0").forEach(this::explain);
        OTHERS.forEach(each -> table(each.get(0), each.get(1), each.get(2)));
        Golden.check(DOCUMENT, out.toString());
    }

    private static List<Code> codes(String prefix) {
        return Arrays.stream(Code.values())
                .filter(code -> code.id().startsWith(prefix))
                .sorted(Comparator.comparing(Code::id))
                .toList();
    }

    private void explain(Code code) {
        String slug = Fixtures.pair(code).orElseThrow();
        line("");
        line("## " + code.id());
        line("");
        line(capital(code.title()) + (code.severity() == Severity.WARNING ? " (a warning)." : "."));
        MadeFixtures.ALL.stream()
                .filter(made -> made.slug().equals(slug))
                .findFirst()
                .ifPresentOrElse(made -> paragraph(made.description()), () -> sources("Wrong:", slug));
        fence("", Fixtures.read(Fixtures.FOLDER.resolve(slug + ".errors")));
        sources("Right:", slug + Fixtures.GOOD);
    }

    private void sources(String title, String slug) {
        paragraph(title);
        for (Path file : Fixtures.sources(slug)) {
            fence("rpcidl", Fixtures.read(file));
        }
    }

    private void paragraph(String text) {
        line("");
        line(text);
    }

    /** What is too long for a page is cut. */
    private void fence(String language, String text) {
        List<String> lines = text.stripTrailing().lines().toList();
        line("");
        line("```" + language);
        lines.stream().limit(40).map(ErrorCatalogueTest::visible).forEach(this::line);
        if (lines.size() > 40) {
            line("...");
        }
        line("```");
    }

    /** Invisible characters are the very mistake of some fixtures. */
    private static String visible(String line) {
        StringBuilder shown = new StringBuilder();
        line.codePoints().forEach(each -> {
            boolean odd = Character.getType(each) == Character.FORMAT || each < ' ' && each != '\t';
            shown.append(odd ? String.format(Locale.ROOT, "<U+%04X>", each) : Character.toString(each));
        });
        return shown.length() > 200 ? shown.substring(0, 200) + "..." : shown.toString();
    }

    private void table(String prefix, String title, String page) {
        List<Code> codes = codes(prefix);
        if (codes.isEmpty()) {
            return;
        }
        line("");
        line("## " + title);
        line("");
        line("Explained in [" + page + "](" + page + ").");
        line("");
        line("| code | meaning | severity |");
        line("|---|---|---|");
        codes.forEach(code -> line("| " + code.id() + " | " + code.title() + " | " + code.severity() + " |"));
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
