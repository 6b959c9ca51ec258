package io.rpcidl.runtime.wire;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long the messages of each method were, so that the next one has room at once: to grow is to copy what is written, and room
 * that is not used is cleared for nothing. Safe for any number of threads; one may overwrite what another has found, for it is a guess.
 */
final class MessageSizes {

    private static final int SPARE = 64; // a writer wants room for a few bytes more than it writes
    private static final int FIRST = 512;
    private static final int MOST = 64 * 1024;

    private final Map<String, Size> ofMethods = new ConcurrentHashMap<>();

    /** Returns the size of a method's messages; of methods that are there, not of whatever a caller names. */
    Size of(String method) {
        Size size = ofMethods.get(method);
        return size != null ? size : ofMethods.computeIfAbsent(method, first -> new Size());
    }

    /** The size of the messages of one method: grows at once and shrinks slowly. */
    static final class Size {

        private int room = FIRST;

        /** Returns how many bytes to have for the next one. */
        int room() {
            return room;
        }

        /** Takes note of one that has been written. */
        void was(int length) {
            int wanted = Math.min(MOST, length + SPARE);
            int known = room;
            if (wanted > known) {
                room = Math.min(MOST, wanted + wanted / 8);
            } else if (wanted < known - known / 4) {
                room = known - (known - wanted) / 32;
            }
        }
    }
}
