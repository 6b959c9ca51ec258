package benchmark.registry;

import io.rpcidl.registry.embedded.contract.RegistrarAsync;
import io.rpcidl.registry.embedded.contract.ServerInstance;
import io.rpcidl.runtime.client.RpcClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/** Registers as many servers as it is told, by the registry's contract, and renews all of them for each line. */
final class ManyRun {

    private static final int IN_FLIGHT = 500;
    private static final int SERVERS_A_SERVICE = 100;

    private ManyRun() {}

    /** Runs; the arguments are the registry's address and how many. Answers with the ms that it took. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int count = Integer.parseInt(args[1]);
        String[] ids = new String[count];
        for (int i = 0; i < count; i++) {
            ids[i] = UUID.randomUUID().toString();
        }
        try (RpcClient client = RpcClient.connect("rpc://" + args[0])) {
            RegistrarAsync registrar = RegistrarAsync.stub(client);
            for (String word = Lines.next(); word != null; word = Lines.next()) {
                long begin = System.nanoTime();
                registerAll(registrar, ids);
                Lines.say((System.nanoTime() - begin) / 1_000_000);
            }
        }
    }

    private static void registerAll(RegistrarAsync registrar, String[] ids) throws InterruptedException {
        Semaphore free = new Semaphore(IN_FLIGHT);
        for (int i = 0; i < ids.length; i++) {
            ServerInstance server = ServerInstance.builder()
                    .id(ids[i])
                    .host("10." + i / 62_500 + "." + i / 250 % 250 + "." + (1 + i % 250))
                    .port(4_000)
                    .services(List.of("shop.v" + i / SERVERS_A_SERVICE + ".Shop", "rpc.health.v1.Health"))
                    .metadata(Map.of("wire", "1", "weight", "100"))
                    .build();
            free.acquire();
            registrar.register(server, Duration.ofMinutes(10)).whenComplete((done, failure) -> {
                if (failure != null) {
                    System.err.println(failure.getMessage());
                }
                free.release();
            });
        }
        free.acquire(IN_FLIGHT);
    }
}
