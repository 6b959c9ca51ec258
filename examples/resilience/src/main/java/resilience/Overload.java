package resilience;

import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.client.RpcClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import till.v1.Till;
import till.v1.TillAsync;

/** One server of a known capacity, 8 permits for 5 ms each, at half of it, at its peak, and at ten times of it. */
final class Overload {

    /**
     * A load, and what came of it; latencies in milliseconds from when calls were due, of those that were answered.
     *
     * @param settled the 99th percentile of calls that were due 2 s after the load began, and later
     */
    record Load(String name, int perSecond, long goodput, double p50, double p99, double settled, long failed) {}

    /**
     * What came of it.
     *
     * @param loads one after the other
     * @param lateExecutions how many calls were begun after their deadline
     * @param heapBefore bytes of the server's heap in use before the floods
     * @param heapAfter and after them
     */
    record Result(List<Load> loads, long lateExecutions, long heapBefore, long heapAfter) {

        Load load(int index) {
            return loads.get(index);
        }
    }

    private static final int CAPACITY = 8 * 1_000 / 5;
    private static final CallOptions A_SECOND = CallOptions.DEFAULT.withTimeout(Duration.ofSeconds(1));

    private Overload() {}

    static Result run(int seconds) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tills");
        try (Program server = new Program(TillServer.class, "-", 1, folder, 8, 5)) {
            String target = "rpc://" + server.address();
            try (RpcClient plain = RpcClient.builder(target).withoutRetries().build();
                    RpcClient waiting = RpcClient.connect(target)) {
                TillAsync till = TillAsync.stub(plain).with(A_SECOND);
                load("", till, CAPACITY / 2, seconds); // until what is hot is compiled
                Load half = load("half of it", till, CAPACITY / 2, seconds);
                Load most = load("nine tenths", till, CAPACITY * 9 / 10, seconds);
                long heapBefore = Till.stub(plain).heap();
                Load flood = load("ten times", till, CAPACITY * 10, seconds);
                TillAsync patient = TillAsync.stub(waiting).with(A_SECOND);
                Load again = load("ten times, from a client that gives way", patient, CAPACITY * 10, seconds);
                long heapAfter = Till.stub(plain).heap();
                long late = Executions.read(folder, "late").size();
                return new Result(List.of(half, most, flood, again), late, heapBefore, heapAfter);
            }
        }
    }

    private static Load load(String name, TillAsync till, int perSecond, int seconds) throws InterruptedException {
        try (OpenLoop loop = OpenLoop.start(perSecond, till::price)) {
            long begun = System.nanoTime();
            loop.forMillis(seconds * 1_000L);
            double elapsed = (System.nanoTime() - begun) / 1e9;
            List<Outcome> all = loop.stop();
            long good = all.size() - Outcome.failed(all);
            List<Outcome> settled = all.stream()
                    .filter(each -> each.due() - begun > 2_000_000_000L)
                    .toList();
            return new Load(
                    name,
                    (int) (all.size() / elapsed),
                    (long) (good / elapsed),
                    Outcome.millis(all, 50),
                    Outcome.millis(all, 99),
                    Outcome.millis(settled, 99),
                    all.size() - good);
        }
    }
}
