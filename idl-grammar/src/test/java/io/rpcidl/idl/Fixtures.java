package io.rpcidl.idl;

import io.rpcidl.idl.compile.Compilation;
import io.rpcidl.idl.compile.Compiler;
import io.rpcidl.idl.compile.Loader;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The contracts among the test resources. */
public final class Fixtures {

    public static final Path RESOURCES = Path.of("src", "test", "resources");
    public static final Path FOLDER = RESOURCES.resolve("fixtures");

    /** The end of the name of a folder that a fixture of the same name may import. */
    private static final String LIBRARY = ".imported";

    /** The end of the name of what shows a mistake put right. */
    public static final String GOOD = ".good";

    private static final String EXTENSION = ".rpcidl";
    private static final String ERRORS = ".errors";

    private Fixtures() {}

    /** Returns the name of a fixture, a file or a folder. */
    public static String name(Path fixture) {
        String name = fixture.getFileName().toString();
        return name.endsWith(EXTENSION) ? name.substring(0, name.length() - EXTENSION.length()) : name;
    }

    /** Returns whether a fixture has no mistake. */
    public static boolean isGood(Path fixture) {
        return name(fixture).startsWith("good-") || name(fixture).endsWith(GOOD);
    }

    /** Returns the first fixture that shows a code and that is also there put right. */
    public static Optional<String> pair(Code code) {
        String[] names = FOLDER.toFile().list((folder, name) -> name.startsWith(code.id()) && name.endsWith(ERRORS));
        return Stream.of(names)
                .sorted()
                .map(name -> name.substring(0, name.length() - ERRORS.length()))
                .filter(slug -> !sources(slug + GOOD).isEmpty())
                .findFirst();
    }

    /** Returns the files of a fixture, in order of their names. */
    public static List<Path> sources(String slug) {
        Path file = FOLDER.resolve(slug + EXTENSION);
        if (Files.exists(file)) {
            return List.of(file);
        }
        if (!Files.exists(FOLDER.resolve(slug))) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(FOLDER.resolve(slug))) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the text of a file; what is not UTF-8 in it is U+FFFD. */
    public static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles a fixture, with its library if it has one. */
    public static Compilation compile(Path fixture) {
        Path library = Path.of(fixture + LIBRARY);
        return Compiler.compileRoots(List.of(fixture), Files.exists(library) ? List.of(library) : List.of());
    }

    /** Returns all fixtures, each a file or a folder. */
    public static List<Path> all() {
        try (Stream<Path> children = Files.list(FOLDER)) {
            return children.filter(each -> !each.toString().endsWith(ERRORS))
                    .filter(each -> !each.toString().endsWith(LIBRARY))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the files of all fixtures that can be read. */
    public static List<SourceFile> files() {
        return Loader.load(List.of(FOLDER)).sources();
    }

    /** Returns the files of one folder of the resources, named by their last part. */
    public static List<SourceFile> folder(String name) {
        return Loader.load(List.of(RESOURCES.resolve(name))).sources().stream()
                .map(file -> new SourceFile(Path.of(file.name()).getFileName().toString(), file.text()))
                .toList();
    }
}
