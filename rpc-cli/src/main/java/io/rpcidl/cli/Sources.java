package io.rpcidl.cli;

import io.rpcidl.cli.shell.Misuse;
import io.rpcidl.idl.compile.Compilation;
import io.rpcidl.idl.compile.Compiler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which contracts a command works on. */
final class Sources {

    private static final Path DEFAULT = Path.of("src", "main", "rpcidl");

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Contracts: folders, .rpcidl files or jars. Without any: src/main/rpcidl.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = {"-I", "--import"},
            paramLabel = "PATH",
            description = "A folder or a jar whose contracts may be imported; may be given more than once.")
    private List<Path> imports = new ArrayList<>();

    /** Returns the contracts, which are there. */
    List<Path> roots() {
        if (paths.isEmpty() && !Files.isDirectory(DEFAULT)) {
            throw new Misuse("which contracts? Name folders or files; there is no folder " + DEFAULT + " here");
        }
        List<Path> roots = paths.isEmpty() ? List.of(DEFAULT) : List.copyOf(paths);
        roots.forEach(Sources::requireThere);
        return roots;
    }

    /** Returns what may be imported, which is there. */
    List<Path> imports() {
        imports.forEach(Sources::requireThere);
        return List.copyOf(imports);
    }

    Compilation compile() {
        return Compiler.compileRoots(roots(), imports());
    }

    static void requireThere(Path path) {
        if (!Files.exists(path)) {
            throw new Misuse(path + " is not there");
        }
        if (!Files.isReadable(path)) {
            throw new Misuse(path + " cannot be read");
        }
    }
}
