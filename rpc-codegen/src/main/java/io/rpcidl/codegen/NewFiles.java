package io.rpcidl.codegen;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Files that belong to whoever asked for them, in a folder with others: nobody remembers that they were written, and they are never
 * deleted. One whose content is the same is not touched.
 */
public final class NewFiles {

    private final Path folder;

    /** Makes new files of a folder, which need not exist yet. */
    public NewFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes all of them, or none if one is there already and differs: somebody may have edited it.
     *
     * @return those that differ; if there are none, all were written
     * @throws IOException if the folder cannot be read or written; its message says why, and is for people
     */
    public List<Path> write(List<GeneratedFile> files) throws IOException {
        List<Path> differing = new ArrayList<>();
        try {
            for (GeneratedFile file : files) {
                Path target = folder.resolve(file.path());
                if (Files.exists(target) && !holds(target, file)) {
                    differing.add(target);
                }
            }
        } catch (IOException e) {
            throw WriteFailure.explained(e);
        }
        if (differing.isEmpty()) {
            overwrite(files);
        }
        return differing;
    }

    /**
     * Writes all of them, whatever is there.
     *
     * @throws IOException if the folder cannot be written; its message says why, and is for people
     */
    public void overwrite(List<GeneratedFile> files) throws IOException {
        try {
            for (GeneratedFile file : files) {
                Path target = folder.resolve(file.path());
                if (!holds(target, file)) {
                    Files.createDirectories(target.toAbsolutePath().getParent());
                    Files.write(target, file.content().getBytes(UTF_8));
                }
            }
        } catch (IOException e) {
            throw WriteFailure.explained(e);
        }
    }

    private static boolean holds(Path target, GeneratedFile file) throws IOException {
        return Files.isRegularFile(target)
                && Arrays.equals(Files.readAllBytes(target), file.content().getBytes(UTF_8));
    }
}
