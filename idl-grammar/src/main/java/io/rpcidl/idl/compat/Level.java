package io.rpcidl.idl.compat;

/** How much a check of breaking changes asks for. Each level includes those before it. */
public enum Level {
    /** Programs that were built from the old contract and from the new one understand each other. */
    WIRE,
    /** Also, Java that was written for what the old contract generates compiles with what the new one does. */
    SOURCE;

    /** Returns whether a change of these effects is reported. */
    boolean reports(java.util.Set<Effect> effects) {
        return this == SOURCE || effects.contains(Effect.WIRE) || effects.contains(Effect.BEHAVIOUR);
    }
}
