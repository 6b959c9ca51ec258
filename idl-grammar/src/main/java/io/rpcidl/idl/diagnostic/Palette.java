package io.rpcidl.idl.diagnostic;

/** How the parts of a printed diagnostic stand out: not at all, or by the colours of an ANSI terminal (ECMA-48). */
public enum Palette {
    /** Plain text. */
    NONE,
    /** Colours that are readable on dark and on light ground. */
    ANSI;

    private static final String RED = "31";
    private static final String YELLOW = "33";
    private static final String CYAN = "36";
    private static final String BLUE = "34";

    String severity(Severity severity, String text) {
        return bold(severity == Severity.ERROR ? RED : YELLOW, text);
    }

    String message(String text) {
        return paint("1", text);
    }

    String gutter(String text) {
        return paint(BLUE, text);
    }

    String hint(String text) {
        return bold(CYAN, text);
    }

    private String bold(String colour, String text) {
        return paint("1;" + colour, text);
    }

    private String paint(String codes, String text) {
        return this == NONE || text.isEmpty() ? text : "\u001B[" + codes + "m" + text + "\u001B[0m";
    }
}
