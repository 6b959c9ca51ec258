package benchmark.load;

import java.util.concurrent.atomic.AtomicInteger;

/** Shows the first calls that failed, so that their reason is known; all are counted elsewhere. */
public final class Errors {

    private static final int SHOWN = 3;
    private static final AtomicInteger SO_FAR = new AtomicInteger();

    private Errors() {}

    /** A call failed. */
    public static void show(Throwable failure) {
        if (SO_FAR.getAndIncrement() < SHOWN) {
            System.err.println("a call failed: " + failure);
        }
    }
}
