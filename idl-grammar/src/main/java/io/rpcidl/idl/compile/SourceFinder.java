package io.rpcidl.idl.compile;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/** Finds the contracts below roots. Follows symbolic links, but in no circle. */
final class SourceFinder {

    private static final String EXTENSION = ".rpcidl";

    /** A file, what it is called in diagnostics, and where it stands below its root. */
    record Entry(String name, String below, Path path) {

        /** By name; and of two roots that hold a file the one that holds the other. */
        private static final Comparator<Entry> FIRST = Comparator.comparing(Entry::name)
                .thenComparing(each -> each.below().length(), Comparator.reverseOrder());
    }

    /** Something that cannot be read. */
    record Problem(String name, String message) {}

    /** What was found, in order of name. */
    record Found(List<Entry> entries, List<Problem> problems, boolean tooMany) {}

    private final String prefix;
    private final int limit;
    private final Map<Path, Entry> byRealPath = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private boolean tooMany;

    private SourceFinder(String prefix, int limit) {
        this.prefix = prefix;
        this.limit = limit;
    }

    /** Finds contracts, whose names begin with a prefix where the path alone would not say enough. */
    static Found find(List<Path> roots, String prefix, int limit) {
        SourceFinder finder = new SourceFinder(prefix, limit);
        roots.forEach(finder::walk);
        List<Entry> entries = finder.byRealPath.values().stream()
                .sorted(Comparator.comparing(Entry::name))
                .toList();
        return new Found(entries, List.copyOf(finder.problems), finder.tooMany);
    }

    /** Returns why something cannot be read, without the path, which a message names already. */
    static String reason(IOException problem) {
        if (problem instanceof NoSuchFileException) {
            return "it does not exist";
        }
        return problem instanceof AccessDeniedException
                ? "access is denied"
                : problem.getClass().getSimpleName();
    }

    private void walk(Path root) {
        try {
            Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Visitor(root));
        } catch (IOException e) {
            problems.add(new Problem(name(root), "it cannot be read: " + reason(e)));
        }
    }

    private String name(Path path) {
        return prefix + withSlashes(path);
    }

    /** Returns a path as it is written on every system. */
    static String withSlashes(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private final class Visitor extends SimpleFileVisitor<Path> {

        private final Path root;

        Visitor(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            boolean wanted = file.equals(root) || file.getFileName().toString().endsWith(EXTENSION);
            if (wanted && !attributes.isRegularFile()) {
                problems.add(new Problem(name(file), "it is not a regular file"));
            } else if (wanted) {
                Path below = file.equals(root) ? file.getFileName() : root.relativize(file);
                Entry entry = new Entry(name(file), withSlashes(below), file);
                // Of several ways to one file the first by name counts, so that the order of roots does not matter.
                byRealPath.merge(file.toRealPath(), entry, BinaryOperator.minBy(Entry.FIRST));
            }
            tooMany = byRealPath.size() > limit;
            return tooMany ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) {
            if (!(problem instanceof FileSystemLoopException)) {
                problems.add(new Problem(name(file), "it cannot be read: " + reason(problem)));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException problem) {
            return problem == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, problem);
        }
    }
}
