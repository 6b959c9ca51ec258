package io.rpcidl.codegen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder of generated files: the only place that writes. A file whose content is the same is not touched; a file that
 * an earlier run wrote and this one does not is deleted, and so are folders that become empty. Which files are ours
 * stands in a manifest beside them, so files of other origin are safe.
 */
public final class OutputDirectory {

    private static final String MANIFEST = ".rpcidl-files";

    private final Path root;

    /** Makes an output directory of a folder, which need not exist yet. */
    public OutputDirectory(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** What {@link #write} did. */
    public record Changes(int written, int unchanged, int deleted) {}

    /** Makes the folder hold these files and no other generated ones. */
    public Changes write(List<GeneratedFile> files) throws IOException {
        Set<String> before = manifest();
        Set<String> now = files.stream().map(GeneratedFile::path).collect(Collectors.toCollection(TreeSet::new));
        if (now.size() != files.size()) {
            throw new IllegalArgumentException("two generated files of one path");
        }
        Files.createDirectories(root);
        // first the names, then the files: a run that is ended half-way leaves none that nobody would delete
        Set<String> both = new TreeSet<>(before);
        both.addAll(now);
        writeManifest(both);
        int written = 0;
        for (GeneratedFile file : files) {
            Path target = root.resolve(file.path());
            Files.createDirectories(target.getParent());
            written += writeIfChanged(target, file.content()) ? 1 : 0;
        }
        int deleted = 0;
        for (String path : before) {
            if (!now.contains(path)) {
                deleted += delete(path) ? 1 : 0;
            }
        }
        writeManifest(now);
        return new Changes(written, files.size() - written, deleted);
    }

    private static boolean writeIfChanged(Path target, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        if (Files.isRegularFile(target) && Arrays.equals(Files.readAllBytes(target), bytes)) {
            return false;
        }
        Files.write(target, bytes);
        return true;
    }

    private Set<String> manifest() throws IOException {
        Path file = root.resolve(MANIFEST);
        if (!Files.isRegularFile(file)) {
            return Set.of();
        }
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .filter(this::isWithin)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A manifest may have been edited: what it names outside of the folder is not ours to delete. */
    private boolean isWithin(String path) {
        try {
            Path file = root.resolve(new GeneratedFile(path, "").path());
            return file.equals(file.normalize()) && file.startsWith(root) && !file.equals(root);
        } catch (IllegalArgumentException e) {
            return false; // also what is no path at all
        }
    }

    /** Replaces the manifest in one step: half of one would forget files for ever. */
    private void writeManifest(Set<String> paths) throws IOException {
        Path file = root.resolve(MANIFEST);
        Path next = root.resolve(MANIFEST + ".new");
        String text = paths.stream().map(path -> path + "\n").collect(Collectors.joining());
        if (!Files.exists(file) || !text.equals(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))) {
            Files.writeString(next, text);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
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
