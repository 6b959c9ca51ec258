package soak;

import java.util.random.RandomGenerator;

/** The kinds of calls, and how many of a hundred or so are of each. */
enum Kind {
    SMALL(40, Calls::small),
    BURST(8, Calls::burst),
    LARGE(3, Calls::large),
    ONEWAY(8, Calls::oneway),
    TYPED_ERROR(8, Calls::typedError),
    LATE(4, Calls::late),
    HURRIED(3, Calls::hurried),
    CANCELLED(5, Calls::cancelled),
    SERVER_STREAM(6, StreamCalls::count),
    LEFT_STREAM(4, StreamCalls::leave),
    CLIENT_STREAM(6, StreamCalls::gather),
    BIDI_STREAM(6, StreamCalls::chat);

    private static final int ALL = 101;

    /** Makes a call and returns if its outcome is the right one, else throws. */
    @FunctionalInterface
    interface Body {
        void call(Calls calls) throws Exception;
    }

    final Body body;
    private final int weight;

    Kind(int weight, Body body) {
        this.weight = weight;
        this.body = body;
    }

    /** Returns whether it is a stream, which cannot be begun again at another server once its caller sends or reads. */
    boolean isStream() {
        return this == SERVER_STREAM || this == LEFT_STREAM || this == CLIENT_STREAM || this == BIDI_STREAM;
    }

    static Kind any(RandomGenerator random) {
        int left = random.nextInt(ALL);
        for (Kind each : values()) {
            left -= each.weight;
            if (left < 0) {
                return each;
            }
        }
        return SMALL;
    }
}
