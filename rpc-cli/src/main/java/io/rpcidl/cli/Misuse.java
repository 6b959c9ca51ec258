package io.rpcidl.cli;

/** What the caller of the command has to put right; its message is all that is printed. */
final class Misuse extends RuntimeException {

    private static final long serialVersionUID = 1;

    Misuse(String message) {
        super(message, null, false, false);
    }
}
