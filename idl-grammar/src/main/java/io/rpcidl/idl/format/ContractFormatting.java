package io.rpcidl.idl.format;

import io.rpcidl.idl.compile.Loader;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.source.SourceFile;
import io.rpcidl.idl.source.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Formats contracts on disk, each by itself: one that cannot be formatted stays as it is, with a diagnostic that says why,
 * and stops no other. A file is replaced in one step, so nobody ever sees half of one, and not touched if it is formatted
 * already. Its POSIX permissions stay; a symbolic link stays one and what it leads to is formatted, if that lies within
 * what was passed in.
 */
public final class ContractFormatting {

    /**
     * What was found, and done.
     *
     * @param changed the names of the files that were not formatted, in order; by {@link #rewrite} they are now
     * @param unchanged how many files were formatted already
     * @param diagnostics what is wrong with all other files, in order of file name, then of place
     */
    public record Result(List<String> changed, int unchanged, List<Diagnostic> diagnostics) {

        /** Copies the lists. */
        public Result {
            changed = List.copyOf(changed);
            diagnostics = List.copyOf(diagnostics);
        }
    }

    private final List<Path> roots;
    private final boolean write;
    private final DiagnosticSink sink = new DiagnosticSink();
    private final List<String> changed = new ArrayList<>();
    private int unchanged;

    private ContractFormatting(List<Path> roots, boolean write) {
        this.roots = roots;
        this.write = write;
    }

    /** Formats all files {@code *.rpcidl} below some roots, and those roots that are files. */
    public static Result rewrite(List<Path> roots) {
        return new ContractFormatting(roots, true).run();
    }

    /** Says what {@link #rewrite} would do, and writes nothing. */
    public static Result check(List<Path> roots) {
        return new ContractFormatting(roots, false).run();
    }

    private Result run() {
        Loader.Result loaded = Loader.load(roots);
        loaded.diagnostics().forEach(sink::add);
        for (SourceFile file : loaded.sources()) {
            Optional<String> text = Formatter.format(file, sink);
            if (text.isPresent()) {
                replace(file, text.get());
            }
        }
        return new Result(changed, unchanged, sink.sorted());
    }

    private void replace(SourceFile file, String text) {
        try {
            Path path = roots.get(0).getFileSystem().getPath(file.name()).toRealPath();
            byte[] before = Files.readAllBytes(path);
            byte[] after = text.getBytes(StandardCharsets.UTF_8);
            if (Arrays.equals(before, after)) {
                unchanged++;
            } else if (!isWithinRoots(path)) {
                refuse(file, "the file is a link to '" + path + "', which lies outside of what is to be formatted");
            } else if (!isText(before, file.text())) {
                refuse(file, "the file was changed while it was formatted, and is left as it is now");
            } else {
                if (write) {
                    FileReplacement.replace(path, after);
                }
                changed.add(file.name());
            }
        } catch (NoSuchFileException e) {
            refuse(file, "the file is gone, or within a jar");
        } catch (IOException e) {
            refuse(file, "the file cannot be replaced: " + e.getClass().getSimpleName());
        }
    }

    private boolean isWithinRoots(Path path) throws IOException {
        for (Path root : roots) {
            if (Files.exists(root) && path.startsWith(root.toRealPath())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isText(byte[] bytes, String text) {
        String read = new String(bytes, StandardCharsets.UTF_8);
        return read.equals(text)
                || (read.startsWith("\uFEFF") && read.substring(1).equals(text));
    }

    private void refuse(SourceFile file, String message) {
        sink.add(Code.UNWRITABLE_FILE, new Span(file, 0, 0), message);
    }
}
