package io.rpcidl.codegen;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is remembered of the last run that wrote to a folder: which files it wrote, and, if that is to be remembered, from what, and
 * what they looked like afterwards. The first is the same on every machine, the others are not. Each file is replaced in one step:
 * half of the first would forget files for ever.
 */
final class Manifest {

    private static final String FILES = ".rpcidl-files";
    private static final String INPUTS = ".rpcidl-inputs";
    private static final String MARKS = ".rpcidl-marks";

    private final Path root;
    private final Memory memory;

    /** Where that is. */
    record Memory(Path list, boolean hasInputs, Path inputs) {

        /** Remembers the files alone, in a folder. */
        static Memory ofFiles(Path folder) {
            return new Memory(folder, false, folder);
        }
    }

    Manifest(Path root, Memory memory) {
        this.root = root;
        this.memory = memory;
    }

    /** Returns whether there was a run. */
    boolean exists() {
        return Files.isRegularFile(memory.list().resolve(FILES));
    }

    /** Returns the paths of the files that are ours; a manifest may have been edited, and name others, outside. */
    SortedSet<String> files() throws IOException {
        return read(memory.list().resolve(FILES))
                .lines()
                .filter(this::isWithin)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    void writeFiles(SortedSet<String> paths) throws IOException {
        replace(
                memory.list().resolve(FILES),
                paths.stream().map(each -> each + "\n").collect(Collectors.joining()));
    }

    /** There are no files of ours any more, and nothing to be remembered. */
    void forgetFiles() throws IOException {
        Files.deleteIfExists(memory.list().resolve(FILES));
    }

    /** Returns what the files were made of; nothing if that is not known. */
    Inputs inputs() throws IOException {
        return Inputs.parse(memory.hasInputs() ? read(memory.inputs().resolve(INPUTS)) : "");
    }

    /** Returns the marks of the files by their paths, as they were written. */
    SortedMap<String, String> marks() throws IOException {
        return Marks.parse(read(memory.inputs().resolve(MARKS)));
    }

    void writeInputs(Inputs inputs, SortedMap<String, String> marks) throws IOException {
        if (memory.hasInputs() && !inputs.isEmpty()) {
            replace(memory.inputs().resolve(MARKS), Marks.print(marks));
            replace(memory.inputs().resolve(INPUTS), inputs.toText());
        }
    }

    /** From now on it is not known what the files were made of. */
    void forgetInputs() throws IOException {
        Files.deleteIfExists(memory.inputs().resolve(INPUTS));
    }

    private static String read(Path file) throws IOException {
        return Files.isRegularFile(file) ? new String(Files.readAllBytes(file), UTF_8) : "";
    }

    private boolean isWithin(String path) {
        try {
            Path file = root.resolve(new GeneratedFile(path, "").path());
            return file.equals(file.normalize()) && file.startsWith(root) && !file.equals(root);
        } catch (IllegalArgumentException e) {
            return false; // also what is no path at all
        }
    }

    private static void replace(Path file, String text) throws IOException {
        if (!Files.exists(file) || !text.equals(read(file))) {
            Files.createDirectories(file.getParent());
            Path next = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(next, text);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
