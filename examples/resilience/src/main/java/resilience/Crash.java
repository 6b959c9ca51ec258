package resilience;

import io.rpcidl.runtime.client.RpcClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import till.v1.TillAsync;

/** {@code kill -9} of one of three servers under a steady load. */
final class Crash {

    /**
     * What came of it.
     *
     * @param outcomes of all calls
     * @param killed when, of {@link System#nanoTime}
     * @param before the 99th percentile of latency before, in milliseconds
     * @param after so of the calls that were due 2 s after it and later
     * @param twice how many calls that nothing is said of were carried out twice
     */
    record Result(List<Outcome> outcomes, long killed, double before, double after, long twice) {}

    private static final long TWO_SECONDS = 2_000_000_000L;

    private Crash() {}

    static Result run(String target, int perSecond) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tills");
        try (Tills tills = new Tills(target, folder, 64, 1);
                RpcClient client = RpcClient.connect(target)) {
            for (int i = 0; i < 3; i++) {
                tills.start();
            }
            TillAsync till = TillAsync.stub(client);
            try (OpenLoop load = OpenLoop.start(perSecond, token -> RollingRestart.mixed(till, token))) {
                load.forMillis(6_000);
                long steady = System.nanoTime() - 2 * TWO_SECONDS; // what is hot is compiled
                long killed = System.nanoTime();
                tills.server(1).kill();
                List<Outcome> all = load.forMillis(8_000).stop();
                double before = Outcome.millis(
                        all.stream()
                                .filter(each -> each.due() - steady > 0 && each.due() - killed < 0)
                                .toList(),
                        99);
                double after = Outcome.millis(
                        all.stream()
                                .filter(each -> each.due() - killed > TWO_SECONDS)
                                .toList(),
                        99);
                return new Result(all, killed, before, after, Executions.twice(folder, "cash"));
            }
        }
    }
}
