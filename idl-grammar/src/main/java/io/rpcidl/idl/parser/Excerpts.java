package io.rpcidl.idl.parser;

/** Text of the source within messages, cut to what a message can bear. */
final class Excerpts {

    private static final int LENGTH = 40;

    private Excerpts() {}

    static String cut(String text) {
        if (text.length() <= LENGTH) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LENGTH - 1)) ? LENGTH - 1 : LENGTH;
        return text.substring(0, end) + "...";
    }
}
