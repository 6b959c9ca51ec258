package io.rpcidl.json;

/** Finds where the elements of an array end by its brackets and quotes alone: what is in between, whoever reads it checks. */
public final class Elements {

    private Elements() {}

    /**
     * Returns the position of what ends an element, a comma or a closing bracket.
     *
     * @param text JSON, of which nothing is sure
     * @param from where the element begins, or white space before it
     * @param end where the text ends
     * @return -1 if the text ends before the element does
     */
    public static int end(byte[] text, int from, int end) {
        int depth = 0;
        for (int at = from; at < end; at++) {
            switch (text[at]) {
                case '"' -> at = closingQuote(text, at + 1, end);
                case '{', '[' -> depth++;
                case '}', ']' -> {
                    if (depth == 0) {
                        return at;
                    }
                    depth--;
                }
                case ',' -> {
                    if (depth == 0) {
                        return at;
                    }
                }
                default -> {
                    // of a number or a word, or white space
                }
            }
        }
        return -1;
    }

    private static int closingQuote(byte[] text, int from, int end) {
        int at = Words.stopEnd(text, from, end);
        while (at < end && text[at] != '"') {
            at = Words.stopEnd(text, at + (text[at] == '\\' ? 2 : 1), end);
        }
        return at;
    }
}
