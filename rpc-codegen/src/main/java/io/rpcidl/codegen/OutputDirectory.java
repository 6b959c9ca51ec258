package io.rpcidl.codegen;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder of generated files: the only place that writes. A file whose content is the same is not touched; a file that
 * an earlier run wrote and this one does not is deleted, and so are folders that become empty. Which files are ours, and
 * from what they were made, stands in a manifest beside them, so files of other origin are safe, and a run that
 * would write the same can be left out.
 */
public final class OutputDirectory {

    private final Path root;
    private final Manifest manifest;

    /** Makes an output directory of a folder, which need not exist yet, and in which the list of its files is kept. */
    public OutputDirectory(Path root) {
        this(root, Manifest.Memory.ofFiles(root.toAbsolutePath().normalize()));
    }

    private OutputDirectory(Path root, Manifest.Memory memory) {
        this.root = root.toAbsolutePath().normalize();
        this.manifest = new Manifest(this.root, memory);
    }

    /**
     * Makes an output directory of a folder, which need not exist yet, that remembers also what its files are made of.
     *
     * @param list the folder in which the list of its files is kept: itself, unless all that is there is passed on to others
     * @param inputs the folder for what they are made of, which has paths and times of this machine
     */
    public static OutputDirectory remembering(Path root, Path list, Path inputs) {
        Path listed = list.toAbsolutePath().normalize();
        return new OutputDirectory(
                root, new Manifest.Memory(listed, true, inputs.toAbsolutePath().normalize()));
    }

    /** What {@link #write} did. */
    public record Changes(int written, int unchanged, int deleted) {}

    /** Returns whether files were written there before: else all that is there is of other origin. */
    public boolean isKnown() {
        return manifest.exists();
    }

    /** Returns what the files were made of that are there; nothing if that is not known. */
    public Inputs inputs() throws IOException {
        return manifest.inputs();
    }

    /**
     * Returns why the files that are there are not those that would be generated, each reason as a sentence for people: what has
     * changed of that from which they were made, and which of them somebody has changed or deleted. Nothing if they are.
     */
    public List<String> outdated(Inputs now) throws IOException {
        Inputs before = manifest.inputs();
        if (before.isEmpty() || !isKnown()) {
            return List.of("no former run is known in " + root);
        }
        List<String> reasons = new ArrayList<>(now.differences(before));
        SortedMap<String, String> marks = manifest.marks();
        for (String each : manifest.files()) {
            Path file = root.resolve(each);
            String mark = Marks.ofFile(file);
            if (!mark.equals(marks.get(each))) {
                reasons.add(file + (mark.equals(Marks.NONE) ? " is gone" : " was changed by somebody else"));
            }
        }
        return reasons;
    }

    /** Does what {@link #write(List, Inputs)} does, and does not say from what. */
    public Changes write(List<GeneratedFile> files) throws IOException {
        return write(files, new Inputs());
    }

    /**
     * Makes the folder hold these files and no other generated ones.
     *
     * @param inputs from what they were made
     * @throws IOException if the folder cannot be written; its message says why, and is for people
     */
    public Changes write(List<GeneratedFile> files, Inputs inputs) throws IOException {
        SortedSet<String> now = files.stream().map(GeneratedFile::path).collect(Collectors.toCollection(TreeSet::new));
        if (now.size() != files.size()) {
            throw new IllegalArgumentException("two generated files of one path");
        }
        try {
            return write(files, now, inputs);
        } catch (IOException e) {
            throw WriteFailure.explained(e);
        }
    }

    private Changes write(List<GeneratedFile> files, SortedSet<String> now, Inputs inputs) throws IOException {
        Files.createDirectories(root);
        SortedSet<String> before = manifest.files();
        manifest.forgetInputs();
        // first the names, then the files: a run that is ended half-way leaves none that nobody would delete
        SortedSet<String> both = new TreeSet<>(now);
        both.addAll(before);
        manifest.writeFiles(both);
        // some systems take names that differ in case for the same: what was deleted last could be what was written
        int deleted = 0;
        for (String path : before) {
            if (!now.contains(path)) {
                deleted += delete(path) ? 1 : 0;
            }
        }
        int written = 0;
        SortedMap<String, String> marks = new TreeMap<>();
        for (GeneratedFile file : files) {
            Path target = root.resolve(file.path());
            Files.createDirectories(target.getParent());
            written += writeIfChanged(target, file.content()) ? 1 : 0;
            marks.put(file.path(), Marks.ofFile(target));
        }
        if (now.isEmpty() && inputs.isEmpty()) {
            manifest.forgetFiles();
        } else {
            manifest.writeFiles(now);
            manifest.writeInputs(inputs, marks);
        }
        return new Changes(written, files.size() - written, deleted);
    }

    private static boolean writeIfChanged(Path target, String content) throws IOException {
        byte[] bytes = content.getBytes(UTF_8);
        if (Files.isRegularFile(target) && Arrays.equals(Files.readAllBytes(target), bytes)) {
            return false;
        }
        Files.write(target, bytes);
        return true;
    }

    private boolean delete(String path) throws IOException {
        Path file = root.resolve(path);
        boolean deleted = Files.isRegularFile(file) && Files.deleteIfExists(file);
        for (Path folder = file.getParent(); !folder.equals(root); folder = folder.getParent()) {
            if (!Files.isDirectory(folder) || !isEmpty(folder)) {
                break;
            }
            Files.delete(folder);
        }
        return deleted;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.min(Comparator.naturalOrder()).isEmpty();
        }
    }
}
