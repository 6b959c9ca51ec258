package io.rpcidl.idl.model;

import io.rpcidl.idl.source.Span;
import java.util.List;

/**
 * A service: methods that a server offers under one name.
 *
 * @param wireName the name on the wire: that of {@code @wire}, else the full name
 * @param parents the services that it extends, in the order of the contract
 * @param methods those that it declares itself; {@link Schema#methods} has the inherited ones too
 */
public record Service(
        QualifiedName name, String wireName, Notes notes, List<QualifiedName> parents, List<Method> methods, Span span)
        implements Noted {

    /** Copies the lists. */
    public Service {
        parents = List.copyOf(parents);
        methods = List.copyOf(methods);
    }
}
