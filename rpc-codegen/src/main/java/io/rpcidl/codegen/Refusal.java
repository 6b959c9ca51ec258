package io.rpcidl.codegen;

import io.rpcidl.idl.source.Span;
import java.util.Objects;

/**
 * Why a contract, which is right in itself, has no form in the target language: a mistake of its author, or bad luck
 * with names.
 *
 * @param span the element that would have to change
 * @param message one sentence without a full stop, names in single quotes
 */
public record Refusal(Span span, String message) {

    /** Checks that nothing is null. */
    public Refusal {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(message, "message");
    }

    /** Returns {@code file:line:column: error: message}. */
    @Override
    public String toString() {
        return span + ": error: " + message;
    }
}
