package benchmark.load;

import java.lang.reflect.Method;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The loads that a line can ask for. */
final class Loads {

    private final Caller caller;
    private final ExecutorService platform = new ThreadPoolExecutor( // threads may have connections, and keep them
            0, Integer.MAX_VALUE, 1, TimeUnit.DAYS, new SynchronousQueue<>());

    Loads(Caller caller) {
        this.caller = caller;
    }

    /** Returns a load: {@code blocking}, {@code virtual} or {@code async} and how many, or {@code open} and calls a second. */
    Load of(String operation, String kind, String count) {
        Operation called = Operation.of(operation);
        return switch (kind) {
            case "blocking" -> new BlockingLoad(caller.blocking(called), Integer.parseInt(count), platform);
            case "virtual" -> new BlockingLoad(caller.blocking(called), Integer.parseInt(count), virtual());
            case "open" -> new OpenLoad(caller.blocking(called), 128, Double.parseDouble(count), platform);
            case "async" ->
                new AsyncLoad(
                        caller.async(called).orElseThrow(() -> new IllegalArgumentException("has no async calls")),
                        Integer.parseInt(count));
            default -> throw new IllegalArgumentException("no load '" + kind + "'");
        };
    }

    /** Makes some calls, one after the other. */
    void times(Operation operation, int count) throws Exception {
        Caller.Blocking blocking = caller.blocking(operation);
        for (int i = 1; i <= count; i++) {
            if (!blocking.call(i)) {
                throw new IllegalStateException("a wrong answer to " + operation.word());
            }
        }
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
