package io.rpcidl.json;

import java.util.Arrays;

/** JSON without white space between its parts: what may become a piece of a message, which is one line. */
final class CompactJson {

    private CompactJson() {}

    /** Copies text that is known to be JSON. */
    static byte[] copy(byte[] text, int from, int to) {
        byte[] compact = new byte[to - from];
        int length = 0;
        boolean inString = false;
        for (int at = from; at < to; at++) {
            byte c = text[at];
            if (inString && c == '\\') {
                compact[length++] = c;
                compact[length++] = text[++at];
                continue;
            }
            inString ^= c == '"';
            if (inString || c > ' ' || c < 0) {
                compact[length++] = c;
            }
        }
        return length == compact.length ? compact : Arrays.copyOf(compact, length);
    }
}
