package io.rpcidl.idl.diagnostic;

import io.rpcidl.idl.source.Span;
import java.util.Objects;

/**
 * Another place that explains a diagnostic.
 *
 * @param message what is there, such as {@code first declared here}
 */
public record Related(String message, Span span) {

    /** Checks that neither part is null. */
    public Related {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(span, "span");
    }
}
