package io.rpcidl.idl.model;

import io.rpcidl.idl.source.Span;
import java.util.List;

/**
 * A service: methods that a server offers under one name.
 *
 * @param wireName the name on the wire: that of {@code @wire}, else the full name
 */
public record Service(QualifiedName name, String wireName, String doc, List<Method> methods, Span span) {

    /** Copies the methods. */
    public Service {
        methods = List.copyOf(methods);
    }
}
