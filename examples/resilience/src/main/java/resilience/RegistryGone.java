package resilience;

import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.client.RpcClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import till.v1.Till;
import till.v1.TillAsync;

/** The registry is killed under a steady load, and comes back after a while. */
final class RegistryGone {

    /**
     * What came of it.
     *
     * @param outcomes of all calls
     * @param withFile whether a client that started meanwhile, with a file of servers, could call
     * @param withoutFile what one without was told
     * @param millisUntilBack how long the registry was back until it knew all servers again
     */
    record Result(List<Outcome> outcomes, boolean withFile, String withoutFile, long millisUntilBack) {}

    private RegistryGone() {}

    static Result run(int perSecond, int secondsGone) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tills");
        Path file = folder.resolve("servers.json");
        Program registry = new Program(RegistryProgram.class, 0);
        String target = "registry://" + registry.address();
        try (Tills tills = new Tills(target, folder, 64, 1);
                RpcClient client =
                        RpcClient.builder(target).rememberServers(file).build()) {
            for (int i = 0; i < 3; i++) {
                tills.start();
            }
            TillAsync till = TillAsync.stub(client);
            try (OpenLoop load = OpenLoop.start(perSecond, token -> RollingRestart.mixed(till, token))) {
                load.forMillis(3_000);
                registry.kill();
                load.forMillis(secondsGone * 500L);
                boolean withFile = startsWith(target, file);
                String withoutFile = startsWithout(target);
                load.forMillis(secondsGone * 500L);
                registry = new Program(RegistryProgram.class, target.replaceFirst(".*:", ""));
                long back = System.nanoTime();
                tills.awaitListed(list -> list.size() == 3);
                long untilBack = (System.nanoTime() - back) / 1_000_000;
                return new Result(load.forMillis(2_000).stop(), withFile, withoutFile, untilBack);
            }
        } finally {
            registry.close();
        }
    }

    private static boolean startsWith(String target, Path file) {
        try (RpcClient late = RpcClient.builder(target).rememberServers(file).build()) {
            return Till.stub(late).price(-1) > 0;
        }
    }

    private static String startsWithout(String target) {
        try (RpcClient late = RpcClient.connect(target)) {
            return "called server " + Till.stub(late).price(-1);
        } catch (RpcException e) {
            return e.getMessage();
        }
    }
}
