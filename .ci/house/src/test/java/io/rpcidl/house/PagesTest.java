package io.rpcidl.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every snippet of every page is compiled or run by a test, which {@code pages.txt} names. A page with snippets that nobody
 * looks at fails here until somebody does.
 */
class PagesTest {

    private record Row(String page, List<String> languages, String test) {

        static Row of(String line) {
            String[] parts = line.split(" {2,}", 3);
            return new Row(parts[0], List.of(parts[1].split(" ")), parts[2]);
        }

        boolean isNobody() {
            return test.startsWith("none: ");
        }
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/pages.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Row::of)
                .toList();
    }

    @Test
    void everySnippetIsSomebodys() throws IOException {
        TreeSet<String> there = Pages.snippets().stream()
                .map(snippet -> snippet.page() + " " + snippet.language())
                .collect(Collectors.toCollection(TreeSet::new));
        TreeSet<String> listed = rows().stream()
                .flatMap(row -> row.languages().stream().map(language -> row.page() + " " + language))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(there, listed, "write a test of the page's snippets, and a line in pages.txt");
    }

    @Test
    void whoeverIsNamedKnowsThePage() throws IOException {
        for (Row row : rows()) {
            if (row.isNobody()) {
                assertEquals(List.of("plain"), row.languages(), "code is compiled or run: " + row);
            } else {
                Path test = Pages.ROOT.resolve(row.test());
                assertTrue(Files.isRegularFile(test), () -> "there is no " + row.test());
                String name = Path.of(row.page()).getFileName().toString();
                boolean ofAllPages = Files.readString(test).contains("Pages.snippets()");
                assertTrue(ofAllPages || Files.readString(test).contains(name), () -> "no word of " + row);
            }
        }
    }
}
