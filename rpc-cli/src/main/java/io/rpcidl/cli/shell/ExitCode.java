package io.rpcidl.cli.shell;

/** What the command says to the shell. */
public final class ExitCode {

    /** Nothing was found, and what was asked for is done. */
    public static final int CLEAN = 0;

    /** There are findings: errors of a contract, lint, unformatted files, breaking changes. */
    public static final int FINDINGS = 1;

    /** The command was misused: a wrong option, a file that is not there, a folder that cannot be written. */
    public static final int MISUSE = 2;

    /** The command itself failed: a bug. */
    public static final int BUG = 3;

    /** A call failed as its service says: what was asked for is wrong, is not there, or does not fit the state of things. */
    public static final int REFUSED = 4;

    /** A call failed because of who made it. */
    public static final int DENIED = 5;

    /** A call failed because no server could be reached, or none has room. */
    public static final int UNAVAILABLE = 6;

    /** A call was not answered in time. */
    public static final int TIMEOUT = 7;

    /** A call failed by a fault of the server. */
    public static final int FAULT = 8;

    /** A call was cancelled, by the server or on the way. */
    public static final int CANCELLED = 9;

    /** The command was interrupted: 128 and SIGINT, as of every program. */
    public static final int INTERRUPTED = 130;

    /** Whoever read what the command prints does so no more: 128 and SIGPIPE. */
    public static final int NO_READER = 141;

    private ExitCode() {}
}
