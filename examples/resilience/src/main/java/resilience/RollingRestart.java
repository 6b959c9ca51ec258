package resilience;

import io.rpcidl.runtime.client.RpcClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import till.v1.TillAsync;

/** Three servers under a steady load, each restarted in turn, some rounds. */
final class RollingRestart {

    /** What came of it. */
    record Result(List<Outcome> outcomes, long failed, long twice) {}

    private RollingRestart() {}

    static Result run(String target, int rounds, int perSecond) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tills");
        try (Tills tills = new Tills(target, folder, 64, 1);
                RpcClient client = RpcClient.connect(target)) {
            for (int i = 0; i < 3; i++) {
                tills.start();
            }
            TillAsync till = TillAsync.stub(client);
            try (OpenLoop load =
                    OpenLoop.start(perSecond, token -> mixed(till, token)).forMillis(2_000)) {
                for (int i = 0; i < rounds * 3; i++) {
                    tills.restart(0);
                    load.forMillis(500);
                }
                List<Outcome> outcomes = load.stop();
                long twice = Executions.twice(folder, "cash") + Executions.twice(folder, "charge");
                return new Result(outcomes, Outcome.failed(outcomes), twice);
            }
        }
    }

    /** A third each of what may be repeated, what must not be, and what is repeated safely. */
    static CompletableFuture<?> mixed(TillAsync till, long token) {
        return switch ((int) (token % 3)) {
            case 0 -> till.price(token);
            case 1 -> till.cash(token);
            default -> till.charge(token);
        };
    }
}
