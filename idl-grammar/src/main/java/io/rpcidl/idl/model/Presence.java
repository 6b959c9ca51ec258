package io.rpcidl.idl.model;

/** Whether a field or a parameter must be there. */
public enum Presence {
    /** {@code name: T} must be set and must be on the wire. */
    REQUIRED,
    /** {@code rollout name: T} must be set by who builds it and may be missing when read: half-way to required. */
    ROLLOUT,
    /** {@code name: T?} may be absent, and is then omitted on the wire. */
    OPTIONAL,
    /** {@code name: T = x} has a default that is written on the wire and filled in where it is missing. */
    DEFAULTED
}
