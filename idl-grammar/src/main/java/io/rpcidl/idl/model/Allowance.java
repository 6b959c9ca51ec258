package io.rpcidl.idl.model;

import io.rpcidl.idl.source.Span;
import java.util.Objects;

/**
 * A finding that the author accepts: {@code @breaking.allow("RI2004", "reason")} or {@code @lint.allow("RI1004",
 * "reason")}.
 *
 * @param code the code of the finding, such as {@code RI2004}
 * @param reason why, never empty
 * @param span where the annotation stands
 */
public record Allowance(String code, String reason, Span span) {

    /** Checks that nothing is null. */
    public Allowance {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(span, "span");
    }
}
