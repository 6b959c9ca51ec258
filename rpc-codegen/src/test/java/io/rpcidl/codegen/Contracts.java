package io.rpcidl.codegen;

import io.rpcidl.codegen.java.JavaGenerator;
import io.rpcidl.idl.compile.Compilation;
import io.rpcidl.idl.compile.Compiler;
import io.rpcidl.idl.compile.Loader;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Contracts of tests, and what Java they become. */
public final class Contracts {

    /** The folders of contracts whose whole output is kept beside them. */
    public static final Path GOLDEN = Path.of("src", "test", "golden");

    private Contracts() {}

    /** Returns the folders of all golden contracts. */
    public static List<Path> goldenFolders() {
        try (Stream<Path> children = Files.list(GOLDEN)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the contracts below a folder. */
    public static List<SourceFile> below(Path folder) {
        return Loader.load(List.of(folder)).sources();
    }

    /** Generates Java from one contract, or says why not. */
    public static Generation generate(String contract) {
        return generate(List.of(new SourceFile("contract.rpcidl", contract)));
    }

    /** Generates Java from contracts, or says why not; the contracts themselves must be right. */
    public static Generation generate(List<SourceFile> contracts) {
        Compilation compilation = Compiler.compile(contracts);
        Schema schema = compilation.schema().orElseThrow(() -> new AssertionError(compilation.diagnostics()));
        return new JavaGenerator().generate(schema, schema.packages());
    }
}
