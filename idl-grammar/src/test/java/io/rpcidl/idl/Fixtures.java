package io.rpcidl.idl;

import io.rpcidl.idl.compile.Compilation;
import io.rpcidl.idl.compile.Compiler;
import io.rpcidl.idl.compile.Loader;
import io.rpcidl.idl.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The contracts among the test resources. */
public final class Fixtures {

    public static final Path RESOURCES = Path.of("src", "test", "resources");
    public static final Path FOLDER = RESOURCES.resolve("fixtures");

    /** The end of the name of a folder that a fixture of the same name may import. */
    private static final String LIBRARY = ".library";

    private Fixtures() {}

    /** Compiles a fixture, with its library if it has one. */
    public static Compilation compile(Path fixture) {
        Path library = Path.of(fixture + LIBRARY);
        return Compiler.compileRoots(List.of(fixture), Files.exists(library) ? List.of(library) : List.of());
    }

    /** Returns all fixtures, each a file or a folder. */
    public static List<Path> all() {
        try (Stream<Path> children = Files.list(FOLDER)) {
            return children.filter(each -> !each.toString().endsWith(".errors"))
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
