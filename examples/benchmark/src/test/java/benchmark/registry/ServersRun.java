package benchmark.registry;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registries;
import io.rpcidl.registry.Registry;
import io.rpcidl.transport.Endpoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The servers, all in one program: they are registered, and from {@code start} to {@code stop} say something else of themselves. */
final class ServersRun {

    static final String SERVICE = "shop.v1.Shop";

    /** What a server says: the reading of the machine's clock when it began to say so. */
    static final String CHANGED = "changed";

    static final int SERVERS = 1_000;
    private static final int CHANGES_A_SECOND = 100;

    private final List<Instance> instances = new ArrayList<>();
    private final List<Registry.Registration> registrations = new ArrayList<>();
    private final Random random = new Random(1);
    private volatile long changes;
    private volatile long last;

    private ServersRun(Registry registry) {
        for (int i = 0; i < SERVERS; i++) {
            Endpoint endpoint = new Endpoint("10.0." + i / 250 + "." + (1 + i % 250), 4_000);
            Instance instance = Instance.of(endpoint, List.of(SERVICE, "rpc.health.v1.Health"))
                    .withWeight(100);
            instances.add(instance);
            registrations.add(registry.register(instance));
        }
    }

    /** Runs; the registry's target is the argument. Answers {@code stop} with the number of changes and the last one's time. */
    public static void main(String[] args) throws IOException, InterruptedException {
        try (Registry registry = Registries.open(args[0])) {
            ServersRun run = new ServersRun(registry);
            ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
            for (String word = Lines.next(); word != null; word = Lines.next()) {
                if (word.equals("start")) {
                    timer.scheduleAtFixedRate(run::change, 0, 1_000_000 / CHANGES_A_SECOND, TimeUnit.MICROSECONDS);
                    Lines.say(0);
                } else if (word.equals("count")) {
                    Lines.say(run.changes);
                } else {
                    timer.shutdown();
                    timer.awaitTermination(1, TimeUnit.MINUTES);
                    Lines.say(run.changes, run.last);
                }
            }
        }
        System.exit(0);
    }

    private void change() {
        int one = random.nextInt(SERVERS);
        last = System.nanoTime();
        registrations.get(one).update(instances.get(one).withMetadata(CHANGED, Long.toString(last)));
        changes = changes + 1; // on this thread alone
    }
}
