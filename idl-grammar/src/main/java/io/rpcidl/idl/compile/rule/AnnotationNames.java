package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.compile.link.WireNames;
import java.util.Set;
import java.util.TreeSet;

/** The annotations of the language. */
final class AnnotationNames {

    static final String WIRE = WireNames.ANNOTATION;

    /** Those that this version knows but does not support. */
    static final Set<String> LATER = Set.of(
            "alias",
            "breaking.allow",
            "deprecated",
            "encode",
            "entries",
            "example",
            "idempotent",
            "length",
            "nonblocking",
            "pattern",
            "positional",
            "range",
            "readonly",
            "sensitive",
            "size",
            "timeout",
            "tristate");

    private AnnotationNames() {}

    static Set<String> all() {
        Set<String> all = new TreeSet<>(LATER);
        all.add(WIRE);
        return all;
    }
}
