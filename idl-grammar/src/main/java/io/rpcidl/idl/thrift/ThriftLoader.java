package io.rpcidl.idl.thrift;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.source.SourceFile;
import io.rpcidl.idl.source.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads files and, width first, what they include. A file is read once, however many ways lead to it. Memory is bounded:
 * {@value #FILES} files, {@value #CHAIN} includes one behind the other, {@value #TOTAL_BYTES} bytes in all.
 */
final class ThriftLoader {

    static final int FILES = 1_000;
    static final int CHAIN = 100;
    static final long TOTAL_BYTES = 64L * 1024 * 1024;

    /** A file that was read; {@code depth} counts the includes that led to it. */
    private record Loaded(Path path, SourceUnit unit, int depth) {}

    private final IncludeFinder finder;
    private final DiagnosticSink sink;
    private final Map<Path, Loaded> loaded = new LinkedHashMap<>();
    private final Map<Path, Boolean> unreadable = new HashMap<>();
    private final Deque<Loaded> waiting = new ArrayDeque<>();
    private long total;

    private ThriftLoader(List<Path> roots, DiagnosticSink sink) {
        this.finder = new IncludeFinder(roots);
        this.sink = sink;
    }

    /** Returns the files and all that they include, in order of name. */
    static List<SourceUnit> load(List<Path> files, List<Path> roots, DiagnosticSink sink) {
        return new ThriftLoader(roots, sink).load(files);
    }

    private List<SourceUnit> load(List<Path> files) {
        List<Path> sorted =
                files.stream().sorted(Comparator.comparing(Path::toString)).toList();
        for (Path each : sorted) {
            Span nowhere = new Span(new SourceFile(name(each), ""), 0, 0);
            Optional<Path> real = finder.real(each);
            if (real.isEmpty()) {
                sink.add(Code.UNREADABLE_FILE, nowhere, "the file is not there, or is no file");
            } else {
                read(real.get(), each, nowhere, 0);
            }
        }
        while (!waiting.isEmpty()) {
            Loaded next = waiting.poll();
            List<Word> includes = next.unit.document().includes();
            includes.stream().limit(FILES).forEach(include -> follow(next, include));
            if (includes.size() > FILES) {
                Word first = includes.get(FILES);
                sink.add(Code.TOO_MANY_FILES, first.span(), "the file has more than " + FILES + " includes");
            }
        }
        List<SourceUnit> units = new ArrayList<>();
        loaded.values().forEach(each -> units.add(each.unit));
        units.sort(Comparator.comparing(each -> each.document().file().name()));
        return units;
    }

    private void follow(Loaded from, Word include) {
        String prefix = ThriftDocument.prefix(include.text());
        Optional<IncludeFinder.Found> found = finder.find(from.path, from.unit.path(), include.text());
        if (found.isEmpty()) {
            String message = "the included file '" + Places.excerpt(include.text()) + "' is not there";
            sink.add(Diagnostic.of(Code.THRIFT_INCLUDE_MISSING, include.span(), message)
                    .withHelp("what is used of it becomes 'any' or is left out; name the folder it lies in"));
            from.unit.addMissing(prefix);
            return;
        }
        if (!loaded.containsKey(found.get().real()) && from.depth >= CHAIN) {
            sink.add(Code.TOO_MANY_FILES, include.span(), "more than " + CHAIN + " files include each other in a row");
            from.unit.addMissing(prefix);
            return;
        }
        read(found.get().real(), found.get().shown(), include.span(), from.depth + 1)
                .ifPresentOrElse(unit -> from.unit.addInclude(include, unit), () -> from.unit.addMissing(prefix));
    }

    /** Returns a file's unit, read now or before; empty if it cannot be read, which was said. */
    private Optional<SourceUnit> read(Path real, Path shown, Span reason, int depth) {
        Loaded known = loaded.get(real);
        if (known != null || unreadable.containsKey(real)) {
            return Optional.ofNullable(known).map(Loaded::unit);
        }
        Optional<SourceFile> file = source(real, shown, reason);
        if (file.isEmpty()) {
            unreadable.put(real, true);
            return Optional.empty();
        }
        SourceUnit unit = new SourceUnit(shown, DocumentReader.read(file.get(), sink), depth == 0);
        Loaded entry = new Loaded(real, unit, depth);
        loaded.put(real, entry);
        waiting.add(entry);
        return Optional.of(unit);
    }

    private Optional<SourceFile> source(Path real, Path shown, Span reason) {
        if (loaded.size() >= FILES) {
            sink.add(Code.TOO_MANY_FILES, reason, "there are more than " + FILES + " files with those included");
            return Optional.empty();
        }
        if (total > TOTAL_BYTES) {
            sink.add(Code.TOO_MANY_FILES, reason, "there are more than " + TOTAL_BYTES + " bytes in all files");
            return Optional.empty();
        }
        try {
            FileBytes bytes = FileBytes.read(real);
            total += bytes.length();
            return bytes.decode(name(shown), sink);
        } catch (IOException e) {
            sink.add(Code.UNREADABLE_FILE, reason, "the file '" + name(shown) + "' cannot be read");
            return Optional.empty();
        }
    }

    /** Returns a file's name as diagnostics print it, with {@code /} on every system. */
    private static String name(Path path) {
        return SafeText.of(path.toString().replace('\\', '/'));
    }
}
