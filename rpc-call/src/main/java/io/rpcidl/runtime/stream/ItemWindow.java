package io.rpcidl.runtime.stream;

/**
 * How many items may be on their way at once: so many of their usual size as fit into a number of bytes. Guarded by its
 * owner's lock.
 */
final class ItemWindow {

    private static final int ENOUGH = 16; // of one size, and it is the usual one

    private final int bytes;
    private final int most;
    private int usualSize; // a moving average

    /** Makes a window of so many bytes, and of at most so many items. */
    ItemWindow(int bytes, int most) {
        this.bytes = bytes;
        this.most = most;
    }

    void saw(int size) {
        usualSize = usualSize == 0 ? size : (int) ((usualSize * 7L + size) / 8);
    }

    /** So many items of a size were seen together. */
    void saw(int size, int items) {
        for (int i = Math.min(items, ENOUGH); i > 0; i--) {
            saw(size);
        }
    }

    int items() {
        return Math.max(1, Math.min(most, bytes / Math.max(1, usualSize)));
    }
}
