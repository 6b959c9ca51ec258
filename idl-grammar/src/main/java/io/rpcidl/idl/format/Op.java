package io.rpcidl.idl.format;

/**
 * A step of the printer.
 *
 * @param text what it prints, of a break what it prints on a line that goes on
 * @param width of the text, in Unicode code points; 0 for a comment that may reach beyond the end of the line
 */
record Op(Kind kind, String text, int width) {

    enum Kind {
        TEXT,
        /** A comment, which may have several lines. */
        COMMENT,
        /** Ends the line if its group does not fit. */
        BREAK,
        /** A break that a group before it may not count on: what it is within should rather stay in one piece. */
        WEAK_BREAK,
        /** Ends the line if its group does not fit, and what follows up to the next break does not either. */
        FILL_BREAK,
        NEWLINE,
        BLANK_LINE,
        /** A newline within what nobody should have parted: the next line is indented deeper, that one only. */
        CONTINUATION,
        OPEN,
        CLOSE,
        INDENT,
        DEDENT,
        /** A comma if the group does not fit, else nothing. */
        TRAILING_COMMA
    }

    static final Op NEWLINE = new Op(Kind.NEWLINE, "", 0);
    static final Op BLANK_LINE = new Op(Kind.BLANK_LINE, "", 0);
    static final Op CONTINUATION = new Op(Kind.CONTINUATION, "", 0);
    static final Op OPEN = new Op(Kind.OPEN, "", 0);
    static final Op CLOSE = new Op(Kind.CLOSE, "", 0);
    static final Op INDENT = new Op(Kind.INDENT, "", 0);
    static final Op DEDENT = new Op(Kind.DEDENT, "", 0);
    static final Op TRAILING_COMMA = new Op(Kind.TRAILING_COMMA, ",", 0);
    static final Op SPACE = new Op(Kind.TEXT, " ", 1);

    static Op text(String text) {
        return new Op(Kind.TEXT, text, text.codePointCount(0, text.length()));
    }

    static Op comment(String text) {
        return new Op(Kind.COMMENT, text, text.codePointCount(0, text.length()));
    }

    /** Makes a comment that belongs to what is left of it, and breaks nothing by its length. */
    static Op trailingComment(String text) {
        return new Op(Kind.COMMENT, text, 0);
    }

    /** Returns whether a group that contains this cannot stand on one line. */
    boolean endsLine() {
        return switch (kind) {
            case NEWLINE, BLANK_LINE, CONTINUATION -> true;
            case COMMENT -> text.startsWith("//") || text.indexOf('\n') >= 0;
            default -> false;
        };
    }

    /** Returns whether a line may end here. */
    boolean mayEndLine() {
        return endsLine() || kind == Kind.BREAK || kind == Kind.FILL_BREAK;
    }
}
