package io.rpcidl.idl.thrift;

import io.rpcidl.idl.source.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * One file as its author wrote it.
 *
 * @param includes the paths that it includes
 * @param head what stands around its headers, and what of them is left out
 * @param tail comments at its end
 * @param damaged whether it has syntax errors, so that definitions may be missing
 */
record ThriftDocument(
        SourceFile file,
        List<Word> includes,
        List<Namespace> namespaces,
        List<Definition> definitions,
        Surroundings head,
        List<Remark> tail,
        boolean damaged) {

    /** A name for a package in one language, or, as {@code *}, in all. */
    record Namespace(String language, Word name) {}

    ThriftDocument {
        includes = List.copyOf(includes);
        namespaces = List.copyOf(namespaces);
        definitions = List.copyOf(definitions);
        tail = List.copyOf(tail);
    }

    /** Returns the first namespace of a language. */
    Optional<Word> namespace(String language) {
        return namespaces.stream()
                .filter(each -> each.language().equals(language))
                .map(Namespace::name)
                .findFirst();
    }

    /** Returns the name of the file without folders and without its ending. */
    String simpleName() {
        String name = file.name().replace('\\', '/');
        return withoutEnding(name.substring(name.lastIndexOf('/') + 1));
    }

    /** Returns what stands before names of an included file: its name without folders and ending. */
    static String prefix(String include) {
        return withoutEnding(include.substring(include.lastIndexOf('/') + 1));
    }

    private static String withoutEnding(String name) {
        return name.endsWith(".thrift") ? name.substring(0, name.length() - ".thrift".length()) : name;
    }
}
