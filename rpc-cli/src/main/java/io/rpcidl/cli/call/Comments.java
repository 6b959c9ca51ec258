package io.rpcidl.cli.call;

/** What is comment in the text of a contract, and what is not. */
final class Comments {

    private Comments() {}

    /**
     * Returns where what begins at {@code start} begins with its doc comment: the last one behind what stands before.
     *
     * @param from behind what stands before: from there to {@code start} there are but comments and white space
     */
    static int docStart(String text, int from, int start) {
        int doc = start;
        int at = from;
        while (at < start) {
            int end = end(text, at);
            if (text.startsWith("/**", at) && end - at > "/**/".length()) {
                doc = at;
            }
            at = end;
        }
        return doc;
    }

    /** Returns the offset behind the first opening brace from an offset on. */
    static int behindBrace(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '{') {
            at = end(text, at);
        }
        return Math.min(at + 1, text.length());
    }

    /** Returns a text without its comments. */
    static String removed(String text) {
        StringBuilder kept = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = end(text, at);
            boolean comment = text.startsWith("//", at) || text.startsWith("/*", at);
            kept.append(comment ? " " : text.substring(at, end));
            at = end;
        }
        return kept.toString();
    }

    /** Returns the end of what begins at an offset: a comment, a string, or one character. */
    private static int end(String text, int at) {
        if (text.startsWith("//", at)) {
            int end = at;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            return end;
        }
        if (text.startsWith("/*", at)) {
            int close = text.indexOf("*/", at + 2);
            return close < 0 ? text.length() : close + 2;
        }
        int end = at + 1;
        if (text.charAt(at) == '"') {
            while (end < text.length() && text.charAt(end) != '"') {
                end += text.charAt(end) == '\\' ? 2 : 1;
            }
            end++;
        }
        return Math.min(end, text.length());
    }
}
