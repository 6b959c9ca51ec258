package io.rpcidl.cli.shell;

/** What the caller of the command has to put right; its message is all that is printed. */
public final class Misuse extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Makes one. */
    public Misuse(String message) {
        super(message, null, false, false);
    }
}
