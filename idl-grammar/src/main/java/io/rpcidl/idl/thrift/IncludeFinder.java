package io.rpcidl.idl.thrift;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds included files: beside the file that includes them, then below the roots. Only ever plain files. */
final class IncludeFinder {

    private final List<Path> roots;

    IncludeFinder(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /**
     * A file that is there.
     *
     * @param real what tells it apart
     * @param shown what diagnostics call it
     */
    record Found(Path real, Path shown) {}

    /** Returns the file that an include means, if it is there. */
    Optional<Found> find(Path real, Path shown, String include) {
        Optional<Found> beside = resolve(real.getParent(), parent(shown), include);
        if (beside.isPresent()) {
            return beside;
        }
        return roots.stream()
                .map(root -> resolve(root, root, include))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Path parent(Path path) {
        return path.getParent() == null ? Path.of("") : path.getParent();
    }

    private Optional<Found> resolve(Path folder, Path shown, String include) {
        try {
            return real(folder.resolve(include))
                    .map(found -> new Found(found, shown.resolve(include).normalize()));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Returns the real path of a plain file, if it is one. */
    Optional<Path> real(Path path) {
        try {
            return Files.isRegularFile(path) ? Optional.of(path.toRealPath()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
