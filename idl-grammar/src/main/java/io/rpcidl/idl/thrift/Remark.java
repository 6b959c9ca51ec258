package io.rpcidl.idl.thrift;

/**
 * A comment.
 *
 * @param text what it says, without its marks and margins, lines separated by {@code \n}
 * @param apart whether a blank line follows
 */
record Remark(Kind kind, String text, boolean apart) {

    enum Kind {
        /** To the end of a line, after {@code //} or {@code #}. */
        LINE,
        /** Between slash and star. */
        BLOCK,
        /** Between slash, two stars, and star. */
        DOC
    }

    /** Returns a copy that documents nothing. */
    Remark undocumented() {
        return kind == Kind.DOC ? new Remark(Kind.BLOCK, text, apart) : this;
    }
}
