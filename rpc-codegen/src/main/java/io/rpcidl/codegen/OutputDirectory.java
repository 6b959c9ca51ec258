package io.rpcidl.codegen;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
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

    /** Makes an output directory of a folder, which need not exist yet, and holds the manifest itself. */
    public OutputDirectory(Path root) {
        this(root, root);
    }

    /**
     * Makes an output directory of a folder, which need not exist yet.
     *
     * @param memory a folder for the manifest, where all that is in the first folder is passed on to others
     */
    public OutputDirectory(Path root, Path memory) {
        this.root = root.toAbsolutePath().normalize();
        this.manifest = new Manifest(this.root, memory.toAbsolutePath().normalize());
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
        for (Map.Entry<String, String> each : manifest.files().entrySet()) {
            Path file = root.resolve(each.getKey());
            String mark = Marks.ofFile(file);
            if (!mark.equals(each.getValue())) {
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
        SortedMap<String, String> now = new TreeMap<>();
        files.forEach(each -> now.put(each.path(), Marks.NONE)); // until they are written
        if (now.size() != files.size()) {
            throw new IllegalArgumentException("two generated files of one path");
        }
        try {
            return write(files, now, inputs);
        } catch (IOException e) {
            throw WriteFailure.explained(e);
        }
    }

    private Changes write(List<GeneratedFile> files, SortedMap<String, String> now, Inputs inputs) throws IOException {
        Files.createDirectories(root);
        SortedSet<String> before = manifest.ours();
        manifest.forgetInputs();
        // first the names, then the files: a run that is ended half-way leaves none that nobody would delete
        SortedMap<String, String> both = new TreeMap<>(now);
        before.forEach(path -> both.put(path, Marks.NONE));
        manifest.writeFiles(both);
        // some systems take names that differ in case for the same: what was deleted last could be what was written
        int deleted = 0;
        for (String path : before) {
            if (!now.containsKey(path)) {
                deleted += delete(path) ? 1 : 0;
            }
        }
        int written = 0;
        for (GeneratedFile file : files) {
            Path target = root.resolve(file.path());
            Files.createDirectories(target.getParent());
            written += writeIfChanged(target, file.content()) ? 1 : 0;
            now.put(file.path(), Marks.ofFile(target));
        }
        manifest.writeFiles(now);
        if (!inputs.isEmpty()) {
            manifest.writeInputs(inputs);
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
