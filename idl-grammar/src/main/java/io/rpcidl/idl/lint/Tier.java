package io.rpcidl.idl.lint;

/** How much the linter asks for. Each tier has all rules of the one before it. */
public enum Tier {
    /** What surprises at run time or in generated code: few would want to keep it. */
    MINIMAL,
    /** What a reviewer would say of any contract that others will use. */
    STANDARD,
    /** What a contract between strangers should also hold: bounds, browsers, growth. */
    STRICT;

    /** Returns whether this tier has the rules of another one. */
    public boolean includes(Tier other) {
        return compareTo(other) >= 0;
    }

    /** Returns the name in lower case, as a command line takes it. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
