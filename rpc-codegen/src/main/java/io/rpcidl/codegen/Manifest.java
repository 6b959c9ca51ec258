package io.rpcidl.codegen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is remembered of the last run that wrote to a folder, in two files: which files it wrote, and from what. Both are replaced in one
 * step each: half of the first would forget files for ever.
 */
final class Manifest {

    private static final String FILES = ".rpcidl-files";
    private static final String INPUTS = ".rpcidl-inputs";

    private final Path root;
    private final Path memory;

    /**
     * Makes what remembers of a folder.
     *
     * @param memory the folder of both files, which may be the same
     */
    Manifest(Path root, Path memory) {
        this.root = root;
        this.memory = memory;
    }

    /** Returns whether there was a run. */
    boolean exists() {
        return Files.isRegularFile(memory.resolve(FILES));
    }

    /** Returns the marks of the files by their paths; none if there was no run. */
    SortedMap<String, String> files() throws IOException {
        return Marks.parse(read(FILES));
    }

    /** Returns the paths of the files that are ours to delete: a manifest may have been edited, and name others outside. */
    SortedSet<String> ours() throws IOException {
        return files().keySet().stream().filter(this::isWithin).collect(Collectors.toCollection(TreeSet::new));
    }

    void writeFiles(SortedMap<String, String> files) throws IOException {
        replace(FILES, Marks.print(files));
    }

    /** Returns what the files were made of; nothing if that is not known. */
    Inputs inputs() throws IOException {
        return Inputs.parse(read(INPUTS));
    }

    void writeInputs(Inputs inputs) throws IOException {
        replace(INPUTS, inputs.toText());
    }

    /** From now on it is not known what the files were made of. */
    void forgetInputs() throws IOException {
        Files.deleteIfExists(memory.resolve(INPUTS));
    }

    private String read(String name) throws IOException {
        Path file = memory.resolve(name);
        return Files.isRegularFile(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
    }

    private boolean isWithin(String path) {
        try {
            Path file = root.resolve(new GeneratedFile(path, "").path());
            return file.equals(file.normalize()) && file.startsWith(root) && !file.equals(root);
        } catch (IllegalArgumentException e) {
            return false; // also what is no path at all
        }
    }

    private void replace(String name, String text) throws IOException {
        Path file = memory.resolve(name);
        if (!Files.exists(file) || !text.equals(read(name))) {
            Files.createDirectories(memory);
            Path next = memory.resolve(name + ".new");
            Files.writeString(next, text);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
