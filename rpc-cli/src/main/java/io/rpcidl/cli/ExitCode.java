package io.rpcidl.cli;

/** What the command says to the shell. */
final class ExitCode {

    /** Nothing was found, and what was asked for is done. */
    static final int CLEAN = 0;

    /** There are findings: errors of a contract, lint, unformatted files, breaking changes. */
    static final int FINDINGS = 1;

    /** The command was misused: a wrong option, a file that is not there, a folder that cannot be written. */
    static final int MISUSE = 2;

    /** The command itself failed: a bug. */
    static final int BUG = 3;

    private ExitCode() {}
}
