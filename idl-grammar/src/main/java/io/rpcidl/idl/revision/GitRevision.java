package io.rpcidl.idl.revision;

import io.rpcidl.idl.compile.Loader;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Contracts as a revision of a Git repository has them, read by the git command: whatever it takes for a revision is one
 * here. The working copy is not touched.
 */
public final class GitRevision {

    /** What stands before a revision where something else might be named as well. */
    public static final String PREFIX = "git:";

    private final String name;

    /**
     * Makes one of a name, such as {@code main} or {@code v1.4^}.
     *
     * @throws IllegalArgumentException if it is the name of none; its message is for people
     */
    public GitRevision(String name) {
        if (name.isEmpty() || name.startsWith("-")) {
            throw new IllegalArgumentException("'" + name + "' is not a revision; for example git:main");
        }
        this.name = name;
    }

    /**
     * Returns whether a folder or a file that is there now was there in the revision.
     *
     * @throws IOException if there is no such revision, no repository or no git; its message is for people
     */
    public boolean has(Path path) throws IOException {
        Git git = new Git(folder(path));
        git.orThrow(name, "rev-parse", "--quiet", "--verify", name + "^{commit}");
        return isThere(git, path);
    }

    /**
     * Reads folders and files as they were in the revision, whatever they are now.
     *
     * @param roots what is to be compiled, which was there
     * @param libraries what may be imported: folders of the same repository as they were, others, those that are new, and jars as
     *     they are
     * @throws IOException if the revision, or one of the roots in it, cannot be had; its message is for people
     */
    public Loader.Result load(List<Path> roots, List<Path> libraries) throws IOException {
        Loader.Result all = new Loader.Result(List.of(), List.of(), List.of());
        for (Path root : roots) {
            all = all.and(load(root));
        }
        for (Path library : libraries) {
            boolean was = Files.isDirectory(library) && isThere(new Git(library), library);
            all = all.and(was ? load(library).asLibrary(library.toString()) : Loader.load(List.of(), List.of(library)));
        }
        return all;
    }

    private Loader.Result load(Path path) throws IOException {
        Git git = new Git(folder(path));
        String top = git.orThrow(name, "rev-parse", "--show-toplevel");
        String prefix = git.orThrow(name, "rev-parse", "--show-prefix");
        Path archive = Files.createTempFile("rpc-breaking", ".zip");
        try {
            new Git(Path.of(top)).orThrow(name, "archive", "--format=zip", "--output=" + archive, name + ":" + prefix);
            try (FileSystem within = FileSystems.newFileSystem(archive)) {
                boolean isFolder = Files.isDirectory(path);
                Path root = within.getPath(isFolder ? "/" : "/" + path.getFileName());
                String called = name + ":" + prefix;
                return Loader.loadAs(root, called.replaceAll("/$", ""));
            }
        } finally {
            Files.delete(archive);
        }
    }

    private boolean isThere(Git git, Path path) throws IOException {
        String file = Files.isDirectory(path) ? "." : path.getFileName().toString();
        return git.run("cat-file", "-e", name + ":./" + file).isSuccess();
    }

    private static Path folder(Path path) {
        return Files.isDirectory(path) ? path : path.toAbsolutePath().getParent();
    }
}
