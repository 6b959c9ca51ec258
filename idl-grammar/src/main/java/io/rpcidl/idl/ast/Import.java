package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code import a.b.v1.{X, Y};} or {@code import a.b.v1 as b;}.
 *
 * @param names the imported names, empty if the package has an alias
 */
public record Import(DottedName packageName, List<Name> names, Optional<Name> alias, Span span) implements Item {

    /** Copies the names. */
    public Import {
        names = List.copyOf(names);
    }
}
