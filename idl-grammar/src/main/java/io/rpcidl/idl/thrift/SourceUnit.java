package io.rpcidl.idl.thrift;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A file and what its includes led to. Told apart by identity; complete once the loader is done. */
final class SourceUnit {

    private final Path path;
    private final ThriftDocument document;
    private final boolean given;
    private final List<Include> includes = new ArrayList<>();
    private final Map<String, Set<SourceUnit>> byPrefix = new HashMap<>();
    private final Set<String> missing = new HashSet<>();

    /** A file that another one includes; names of it are written behind the prefix. */
    record Include(Word path, String prefix, SourceUnit unit) {}

    /**
     * Makes a unit without includes.
     *
     * @param path the file, as diagnostics show it
     * @param given whether the file was named by the user, not by an include
     */
    SourceUnit(Path path, ThriftDocument document, boolean given) {
        this.path = path;
        this.document = document;
        this.given = given;
    }

    void addInclude(Word path, SourceUnit unit) {
        Include include = new Include(path, ThriftDocument.prefix(path.text()), unit);
        includes.add(include);
        Set<SourceUnit> same = byPrefix.computeIfAbsent(include.prefix(), key -> new LinkedHashSet<>());
        same.add(unit);
    }

    void addMissing(String prefix) {
        missing.add(prefix);
    }

    Path path() {
        return path;
    }

    ThriftDocument document() {
        return document;
    }

    boolean given() {
        return given;
    }

    /** Returns the included files, in order of the statements. */
    List<Include> includes() {
        return includes;
    }

    /** Returns the files whose prefix is the part of a name before one of its dots. */
    Set<SourceUnit> included(String prefix) {
        return byPrefix.getOrDefault(prefix, Set.of());
    }

    /** Returns whether a name begins with the prefix of a file that is not there. */
    boolean isMissing(String name) {
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            if (missing.contains(name.substring(0, dot))) {
                return true;
            }
        }
        return false;
    }
}
