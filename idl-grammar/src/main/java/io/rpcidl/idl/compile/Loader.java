package io.rpcidl.idl.compile;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.source.SourceFile;
import io.rpcidl.idl.source.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads contracts from disk: strict UTF-8, a byte order mark at the start is passed over. Its limits are far above what
 * people write and keep memory bounded: {@value #FILE_BYTES} bytes a file, {@value #FILES} files, {@value #TOTAL_BYTES}
 * bytes in all.
 */
public final class Loader {

    static final int FILE_BYTES = 8 * 1024 * 1024;
    static final int FILES = 10_000;
    static final long TOTAL_BYTES = 64L * 1024 * 1024;

    /**
     * What could be read, in order of file name, and what could not.
     *
     * @param sources named by their root as it was passed in and the path below it, with {@code /} on every system
     */
    public record Result(List<SourceFile> sources, List<Diagnostic> diagnostics) {

        /** Copies the lists. */
        public Result {
            sources = List.copyOf(sources);
            diagnostics = List.copyOf(diagnostics);
        }
    }

    private final List<SourceFile> sources = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private long total;

    private Loader() {}

    /**
     * Reads all files {@code *.rpcidl} below some roots, and those roots that are files. A file is read once, however many
     * ways lead to it. Never throws for what is on disk: what cannot be read is a diagnostic.
     */
    public static Result load(List<Path> roots) {
        return new Loader().loadRoots(roots);
    }

    private Result loadRoots(List<Path> roots) {
        SourceFinder.Found found = SourceFinder.find(roots, FILES);
        found.problems().forEach(problem -> report(Code.UNREADABLE_FILE, problem.name(), problem.message()));
        if (found.tooMany()) {
            String first = roots.get(0).toString();
            report(Code.TOO_MANY_FILES, first, "there are more than " + FILES + " files; the rest is left out");
        }
        for (SourceFinder.Entry entry : found.entries()) {
            if (total > TOTAL_BYTES) {
                report(
                        Code.TOO_MANY_FILES,
                        entry.name(),
                        "there are more than " + TOTAL_BYTES + " bytes in all files; the rest is left out");
                break;
            }
            read(entry);
        }
        sources.sort(Comparator.comparing(SourceFile::name));
        return new Result(sources, diagnostics);
    }

    private void read(SourceFinder.Entry entry) {
        try (InputStream in = Files.newInputStream(entry.path())) {
            byte[] bytes = in.readNBytes(FILE_BYTES + 1);
            total += bytes.length;
            if (bytes.length > FILE_BYTES) {
                report(Code.FILE_TOO_LARGE, entry.name(), "the file has more than " + FILE_BYTES + " bytes");
                return;
            }
            decode(entry.name(), bytes);
        } catch (IOException e) {
            report(Code.UNREADABLE_FILE, entry.name(), "the file cannot be read: " + SourceFinder.reason(e));
        }
    }

    private void decode(String name, byte[] bytes) {
        Utf8Text text = Utf8Text.decode(bytes);
        SourceFile file = new SourceFile(name, text.text());
        Optional<Utf8Text.Malformed> malformed = text.malformed();
        if (malformed.isEmpty()) {
            sources.add(file);
            return;
        }
        int at = malformed.get().charOffset();
        String message = String.format(
                Locale.ROOT,
                "the file is not UTF-8: byte 0x%02X at offset %d",
                malformed.get().value(),
                malformed.get().byteOffset());
        diagnostics.add(Diagnostic.of(Code.INVALID_UTF8, new Span(file, at, at + 1), message));
    }

    private void report(Code code, String name, String message) {
        diagnostics.add(Diagnostic.of(code, new Span(new SourceFile(name, ""), 0, 0), message));
    }
}
