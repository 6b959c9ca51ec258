package io.rpcidl.idl.compile;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.format.ContractFormatting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Fixtures whose bad input is too large, or too odd, to be kept: they are made when the test runs. */
final class MadeFixtures {

    /** Makes the input below a folder, and compiles it. */
    interface Maker {
        List<Diagnostic> make(Path folder) throws IOException;
    }

    /**
     * A fixture.
     *
     * @param slug its name, as that of a file would be
     * @param description what the input is, for the catalogue
     */
    record Made(Code code, String slug, String description, Maker maker) {}

    static final List<Made> ALL = List.of(
            new Made(
                    Code.UNREADABLE_FILE,
                    "RI0001-unreadable-file",
                    "A path that leads nowhere.",
                    folder -> compile(folder.resolve("missing.rpcidl"))),
            new Made(
                    Code.FILE_TOO_LARGE,
                    "RI0003-file-too-large",
                    "A comment of 8 MiB.",
                    folder -> compile(write(folder, "large.rpcidl", "// " + "x".repeat(8 * 1024 * 1024)))),
            new Made(
                    Code.TOO_MANY_FILES, "RI0004-too-many-files", "A folder of 10,001 files.", MadeFixtures::manyFiles),
            new Made(
                    Code.TOO_MANY_DIAGNOSTICS,
                    "RI0005-too-many-diagnostics",
                    "A struct of 101 fields whose types are not there.",
                    folder -> compile(write(folder, "many.rpcidl", manyMistakes()))
                            .subList(100, 101)),
            new Made(
                    Code.UNWRITABLE_FILE,
                    "RI0006-unwritable-file",
                    "A link to a contract outside of the folder that is to be formatted.",
                    MadeFixtures::linkOutside),
            new Made(
                    Code.TOO_MANY_TOKENS,
                    "RI0022-too-many-tokens",
                    "A million semicolons.",
                    folder -> compile(write(folder, "long.rpcidl", "package a;\n" + ";\n".repeat(1_000_000)))));

    private MadeFixtures() {}

    private static List<Diagnostic> manyFiles(Path folder) throws IOException {
        for (int i = 0; i <= 10_000; i++) {
            write(folder, "file" + i + ".rpcidl", "package a;");
        }
        return Loader.load(List.of(folder)).diagnostics();
    }

    private static List<Diagnostic> linkOutside(Path folder) throws IOException {
        Path target = write(folder, "elsewhere.rpcidl", "package   a;");
        Path contracts = Files.createDirectory(folder.resolve("contracts"));
        Files.createSymbolicLink(contracts.resolve("linked.rpcidl"), target);
        return ContractFormatting.check(List.of(contracts)).diagnostics();
    }

    private static String manyMistakes() {
        return IntStream.range(0, 101)
                .mapToObj(i -> "  f" + i + ": Missing;\n")
                .collect(Collectors.joining("", "package a;\nstruct Product {\n", "}\n"));
    }

    private static Path write(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<Diagnostic> compile(Path root) {
        return Compiler.compileRoots(List.of(root)).diagnostics();
    }
}
