package io.rpcidl.idl.compat;

/** Which way a value goes, and so who has to be upgraded first if new values mean nothing to old programs. */
enum Use {
    /** A value within a type: it may go either way. */
    DATA("upgrade every program that reads it before the first that writes it"),
    /** A parameter: from clients to servers. */
    REQUEST("upgrade servers before clients"),
    /** A result: from servers to clients. */
    RESPONSE("upgrade clients before servers");

    private final String readersFirst;

    Use(String readersFirst) {
        this.readersFirst = readersFirst;
    }

    /** Returns the order of upgrades in which no old program meets a new value. */
    String readersFirst() {
        return readersFirst;
    }
}
