package io.rpcidl.idl.model;

/** Whether a field or a parameter must be there. */
public enum Presence {
    /** {@code name: T} must be set and must be on the wire. */
    REQUIRED,
    /** {@code name: T?} may be absent, and is then omitted on the wire. */
    OPTIONAL,
    /** {@code name: T = x} has a default that is written on the wire and filled in where it is missing. */
    DEFAULTED
}
