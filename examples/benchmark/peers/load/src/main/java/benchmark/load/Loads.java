package benchmark.load;

import java.lang.reflect.Method;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The loads that a line can ask for. */
final class Loads {

    private static final int SMALL_CALLERS = 4;
    private static final int LARGE_CALLERS = 16;
    private static final String LARGE = "text-1048576";

    private final Caller caller;
    private final ExecutorService platform = new ThreadPoolExecutor( // threads may have connections, and keep them
            0, Integer.MAX_VALUE, 1, TimeUnit.DAYS, new SynchronousQueue<>());

    Loads(Caller caller) {
        this.caller = caller;
    }

    /**
     * Returns a load: {@code blocking}, {@code virtual} or {@code async} and how many, {@code open} and calls a second, or {@code beside}
     * and large calls a second, beside which a few threads make those that are measured.
     */
    Load of(String operation, String kind, String count) {
        return switch (kind) {
            case "blocking" -> new BlockingLoad(blocking(operation), Integer.parseInt(count), platform);
            case "virtual" -> new BlockingLoad(blocking(operation), Integer.parseInt(count), virtual());
            case "open" -> new OpenLoad(blocking(operation), 128, Double.parseDouble(count), platform);
            case "beside" ->
                new BesideLoad(
                        new BlockingLoad(blocking(operation), SMALL_CALLERS, platform),
                        new OpenLoad(blocking(LARGE), LARGE_CALLERS, Double.parseDouble(count), platform),
                        platform);
            case "async" ->
                new AsyncLoad(
                        caller.async(Operation.of(operation))
                                .orElseThrow(() -> new IllegalArgumentException("has no async calls")),
                        Integer.parseInt(count));
            default -> throw new IllegalArgumentException("no load '" + kind + "'");
        };
    }

    /** Makes some calls, one after the other. */
    void times(String operation, int count) throws Exception {
        Caller.Blocking blocking = blocking(operation);
        for (int i = 1; i <= count; i++) {
            if (!blocking.call(i)) {
                throw new IllegalStateException("a wrong answer to " + operation);
            }
        }
    }

    private Caller.Blocking blocking(String operation) {
        if (FlowCalls.knows(operation)) {
            Flows flows = caller.flows()
                    .orElseThrow(() -> new IllegalArgumentException("has neither streams nor large messages"));
            return FlowCalls.of(flows, operation);
        }
        return caller.blocking(Operation.of(operation));
    }

    /** Returns an executor with a virtual thread for each task; there are none before Java 21. */
    private static ExecutorService virtual() {
        try {
            Method method = Executors.class.getMethod("newVirtualThreadPerTaskExecutor");
            return (ExecutorService) method.invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("virtual threads need Java 21 or newer: --jdk", e);
        }
    }
}
