package io.rpcidl.idl.diagnostic;

import java.util.Locale;

/** How bad a diagnostic is. */
public enum Severity {
    /** There is no schema. */
    ERROR,
    /** The schema is there; the author should know something. */
    WARNING;

    /** Returns the word that is printed, such as {@code error}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
