package resilience;

import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.transport.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import till.v1.Till;
import till.v1.TillAsync;

/** One server of a known capacity, 8 permits for 5 ms each, at half of it, at nine tenths, and at ten times of it. */
final class Overload {

    /**
     * A load, and what came of it; times in milliseconds from when calls were due, of those that were answered.
     *
     * @param settled the 99th percentile of all but the first two seconds
     */
    record Load(
            String name,
            int perSecond,
            long goodput,
            double p50,
            double p99,
            double settled,
            long refused,
            long failed) {}

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

    private Overload() {}

    static Result run(int seconds) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tills");
        try (Program server = new Program(TillServer.class, "-", 1, folder, 8, 5);
                RpcClient client = RpcClient.connect("rpc://" + server.address())) {
            Endpoint at = Endpoint.parse(server.address());
            Till till = Till.stub(client);
            till.price(-1);
            flood(at, "", CAPACITY / 2, 15); // until what is hot is compiled
            Load half = flood(at, "half of it", CAPACITY / 2, seconds);
            Load most = flood(at, "nine tenths", CAPACITY * 9 / 10, seconds);
            long heapBefore = till.heap();
            Load flood = flood(at, "ten times", CAPACITY * 10, seconds);
            Load patient = patient(client, seconds);
            long heapAfter = till.heap();
            long late = Executions.read(folder, "late").size();
            return new Result(List.of(half, most, flood, patient), late, heapBefore, heapAfter);
        }
    }

    private static Load flood(Endpoint at, String name, int perSecond, int seconds)
            throws IOException, InterruptedException {
        Flood flood = Flood.run(at.host(), at.port(), perSecond, seconds);
        return new Load(
                name,
                perSecond,
                flood.answered() / seconds,
                flood.millis(50, 0, perSecond),
                flood.millis(99, 0, perSecond),
                flood.millis(99, 2, perSecond),
                flood.refused(),
                flood.failedOtherwise());
    }

    /** Twice the capacity from a client of ours, which gives way: it keeps what is refused, for a second. */
    private static Load patient(RpcClient client, int seconds) throws InterruptedException {
        TillAsync till = TillAsync.stub(client).with(CallOptions.DEFAULT.withTimeout(Duration.ofSeconds(1)));
        try (OpenLoop loop = OpenLoop.start(CAPACITY * 2, till::price)) {
            long settled = System.nanoTime() + 2_000_000_000L;
            List<Outcome> all = loop.forMillis(seconds * 1_000L).stop();
            List<Outcome> later =
                    all.stream().filter(each -> each.due() > settled).toList();
            long good = all.size() - Outcome.failed(all);
            return new Load(
                    "twice, from a client that gives way",
                    all.size() / seconds,
                    good / seconds,
                    Outcome.millis(all, 50),
                    Outcome.millis(all, 99),
                    Outcome.millis(later, 99),
                    0,
                    all.size() - good);
        }
    }
}
