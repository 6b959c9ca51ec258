package io.rpcidl.runtime.stream;

/**
 * How many items may be on their way at once: so many of their usual size as fit into a number of bytes. Guarded by its
 * owner's lock.
 */
final class ItemWindow {

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

    /** Returns about how many bytes so many items have. */
    long bytes(int items) {
        return (long) usualSize * items;
    }

    int items() {
        return fitting(bytes, most);
    }

    /** Returns how many fit into so many bytes, between one and a limit. */
    int fitting(int room, int limit) {
        return Math.max(1, Math.min(limit, room / Math.max(1, usualSize)));
    }
}
