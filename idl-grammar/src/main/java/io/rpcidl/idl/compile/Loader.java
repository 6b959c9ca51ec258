package io.rpcidl.idl.compile;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.source.SourceFile;
import io.rpcidl.idl.source.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads contracts from disk: strict UTF-8, a byte order mark at the start is passed over. Its limits are far above what
 * people write and keep memory bounded: {@value #FILE_BYTES} bytes a file, {@value #FILES} files, {@value #TOTAL_BYTES}
 * bytes in all.
 */
public final class Loader {

    static final int FILE_BYTES = 8 * 1024 * 1024;
    static final int FILES = 10_000;
    static final long TOTAL_BYTES = 64L * 1024 * 1024;

    /** Where contracts stand in a jar, and below a folder of classes. */
    public static final String IN_JARS = "META-INF/rpcidl";

    /**
     * What could be read, in order of file name, and what could not.
     *
     * @param sources named by their root as it was passed in and the path below it, with {@code /} on every system; in a
     *     jar by its path, {@code !} and the path within
     * @param libraries contracts that others may import, in the order that was passed in
     */
    public record Result(List<SourceFile> sources, List<Library> libraries, List<Diagnostic> diagnostics) {

        /** Copies the lists. */
        public Result {
            sources = List.copyOf(sources);
            libraries = List.copyOf(libraries);
            diagnostics = List.copyOf(diagnostics);
        }

        /** Returns what either holds. */
        public Result and(Result other) {
            return new Result(
                    joined(sources, other.sources),
                    joined(libraries, other.libraries),
                    joined(diagnostics, other.diagnostics));
        }

        /** Returns the same sources as a library, for others to import. */
        public Result asLibrary(String name) {
            return new Result(List.of(), joined(libraries, List.of(new Library(name, sources))), diagnostics);
        }

        private static <T> List<T> joined(List<T> first, List<T> second) {
            return Stream.concat(first.stream(), second.stream()).toList();
        }
    }

    /**
     * A jar or a folder of contracts that others may import.
     *
     * @param name its path, with {@code /} on every system
     */
    public record Library(String name, List<SourceFile> sources) {

        /** Copies the list. */
        public Library {
            sources = List.copyOf(sources);
        }
    }

    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private long bytes;
    private int files;
    private boolean full;

    private Loader() {}

    /** Reads contracts that import nothing from elsewhere, as {@link #load(List, List)} does. */
    public static Result load(List<Path> roots) {
        return load(roots, List.of());
    }

    /**
     * Reads all files {@code *.rpcidl} below some roots, and those roots that are files. Of a jar, and of a library that is
     * a folder with {@value #IN_JARS}, only what is there is read. A file of the roots is read once, however many ways lead
     * to it. Never throws for what is on disk: what cannot be read is a diagnostic.
     *
     * @param roots what is to be compiled: folders, files and jars
     * @param libraries what may be imported: folders and jars, also those without any contract
     */
    public static Result load(List<Path> roots, List<Path> libraries) {
        Loader loader = new Loader();
        List<SourceFile> sources = loader.readRoots(roots);
        List<Library> read = libraries.stream()
                .map(path -> new Library(SourceFinder.withSlashes(path), loader.readRoots(List.of(inFolder(path)))))
                .toList();
        return new Result(sources, read, loader.diagnostics);
    }

    /**
     * Reads the contracts of a folder that lies elsewhere than its name says, such as an older version of it.
     *
     * @param root a folder or a file, absolute, of any file system
     * @param name what stands before its path in the names of the files
     */
    public static Result loadAs(Path root, String name) {
        Loader loader = new Loader();
        return new Result(loader.readAll(List.of(root), name), List.of(), loader.diagnostics);
    }

    /**
     * Reads one contract from a stream, such as what an editor pipes through, as strictly and with the limits of a file.
     *
     * @param name what the contract is called in diagnostics
     */
    public static Result read(String name, InputStream in) {
        Loader loader = new Loader();
        return new Result(loader.readOne(name, name, in).stream().toList(), List.of(), loader.diagnostics);
    }

    private static Path inFolder(Path library) {
        Path within = library.resolve(IN_JARS);
        return Files.isDirectory(within) ? within : library;
    }

    private List<SourceFile> readRoots(List<Path> roots) {
        Map<Boolean, List<Path>> byKind = roots.stream().collect(Collectors.partitioningBy(Loader::isJar));
        List<SourceFile> sources = new ArrayList<>(readAll(byKind.get(false), ""));
        byKind.get(true).forEach(jar -> sources.addAll(readJar(jar)));
        sources.sort(Comparator.comparing(SourceFile::name));
        return sources;
    }

    private static boolean isJar(Path path) {
        return path.toString().endsWith(".jar") && Files.isRegularFile(path);
    }

    private List<SourceFile> readJar(Path jar) {
        try (FileSystem within = FileSystems.newFileSystem(jar)) {
            Path root = within.getPath("/" + IN_JARS);
            return Files.isDirectory(root) ? readAll(List.of(root), SourceFinder.withSlashes(jar) + "!") : List.of();
        } catch (IOException | RuntimeException e) {
            // the JDK's own reader of jars has thrown unchecked exceptions for damaged ones
            report(Code.UNREADABLE_FILE, SourceFinder.withSlashes(jar), "the jar cannot be read: " + e.getMessage());
            return List.of();
        }
    }

    private List<SourceFile> readAll(List<Path> roots, String prefix) {
        SourceFinder.Found found = SourceFinder.find(roots, prefix, FILES - files);
        found.problems().forEach(problem -> report(Code.UNREADABLE_FILE, problem.name(), problem.message()));
        files += found.entries().size();
        if (found.tooMany()) {
            String first = prefix + SourceFinder.withSlashes(roots.get(0));
            report(Code.TOO_MANY_FILES, first, "there are more than " + FILES + " files; the rest is left out");
        }
        List<SourceFile> sources = new ArrayList<>();
        for (SourceFinder.Entry entry : found.entries()) {
            if (bytes > TOTAL_BYTES) {
                reportFull(entry.name());
                break;
            }
            read(entry).ifPresent(sources::add);
        }
        return sources;
    }

    private void reportFull(String name) {
        if (!full) {
            String message = "there are more than " + TOTAL_BYTES + " bytes in all files; the rest is left out";
            report(Code.TOO_MANY_FILES, name, message);
            full = true;
        }
    }

    private Optional<SourceFile> read(SourceFinder.Entry entry) {
        try (InputStream in = Files.newInputStream(entry.path())) {
            return readOne(entry.name(), entry.below(), in);
        } catch (IOException e) {
            report(Code.UNREADABLE_FILE, entry.name(), "the file cannot be read: " + SourceFinder.reason(e));
            return Optional.empty();
        }
    }

    private Optional<SourceFile> readOne(String name, String path, InputStream in) {
        try {
            byte[] content = in.readNBytes(FILE_BYTES + 1);
            bytes += content.length;
            if (content.length <= FILE_BYTES) {
                return decode(name, path, content);
            }
            report(Code.FILE_TOO_LARGE, name, "the file has more than " + FILE_BYTES + " bytes");
        } catch (IOException e) {
            report(Code.UNREADABLE_FILE, name, "the file cannot be read: " + SourceFinder.reason(e));
        }
        return Optional.empty();
    }

    private Optional<SourceFile> decode(String name, String path, byte[] content) {
        Utf8Text text = Utf8Text.decode(content);
        SourceFile file = new SourceFile(name, path, text.text());
        Optional<Utf8Text.Malformed> malformed = text.malformed();
        if (malformed.isEmpty()) {
            return Optional.of(file);
        }
        int at = malformed.get().charOffset();
        String message = String.format(
                Locale.ROOT,
                "the file is not UTF-8: byte 0x%02X at offset %d",
                malformed.get().value(),
                malformed.get().byteOffset());
        diagnostics.add(Diagnostic.of(Code.INVALID_UTF8, new Span(file, at, at + 1), message));
        return Optional.empty();
    }

    private void report(Code code, String name, String message) {
        diagnostics.add(Diagnostic.of(code, new Span(new SourceFile(name, ""), 0, 0), message));
    }
}
