package io.rpcidl.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages for users, and their snippets. */
final class Pages {

    static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```(\\w*)[^\\n`]*\\n(.*?)^ *```$");

    /**
     * What stands between two fences.
     *
     * @param page relative to the root
     * @param language as the fence names it, {@code plain} where it does not
     */
    record Snippet(String page, String language, String text) {}

    private Pages() {}

    /** Returns all snippets of the pages below {@code docs}, and of those that the first page leads to. */
    static List<Snippet> snippets() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                            docs.filter(each -> each.toString().endsWith(".md")).sorted(),
                            Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "examples/strangers/README.md")
                                    .map(ROOT::resolve))
                    .flatMap(Pages::of)
                    .toList();
        }
    }

    private static Stream<Snippet> of(Path page) {
        try {
            String name = ROOT.relativize(page).toString();
            return FENCE.matcher(Files.readString(page))
                    .results()
                    .map(fence ->
                            new Snippet(name, fence.group(1).isEmpty() ? "plain" : fence.group(1), fence.group(2)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
