package benchmark.registry;

import java.io.File;
import java.io.IOException;

/** Measures what changes cost a registry and its watchers, and what many servers cost, and prints Markdown tables. */
public final class ChangesTable {

    private static final int[] WATCHERS = {1, 20};
    private static final long WARM_UP_MILLIS = 8_000;
    private static final long IDLE_MILLIS = 8_000;
    private static final long CHANGES_MILLIS = 20_000;
    private static final int MANY = 100_000;

    private ChangesTable() {}

    /** Measures; the class path of another build may be given. */
    public static void main(String[] args) throws IOException, InterruptedException {
        String own = System.getProperty("java.class.path");
        System.out.println(
                "| 1,000 servers, 100 changes/s | registry: CPU µs a change | watcher: CPU µs"
                        + " a change | bytes a change and watcher: answers | questions | known after ms: median | 99 % | last |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        if (args.length > 0) {
            String tests = own.split(File.pathSeparator)[0];
            measure("another build", tests + File.pathSeparator + args[0]);
        }
        measure("this build", own);
        System.out.println();
        many(own);
        System.exit(0);
    }

    private static void measure(String name, String classPath) throws IOException, InterruptedException {
        for (int watchers : WATCHERS) {
            try (Jvm registry = new Jvm(classPath, "-Xmx512m", RegistryRun.class)) {
                int port = Integer.parseInt(registry.read());
                try (Relay relay = new Relay(port);
                        Jvm servers = new Jvm(classPath, "-Xmx512m", ServersRun.class, "registry://127.0.0.1:" + port);
                        Jvm watching = new Jvm(classPath, "-Xmx1g", WatchersRun.class, relay.target(), watchers)) {
                    watching.read();
                    servers.ask("start");
                    Thread.sleep(WARM_UP_MILLIS);
                    watching.ask("forget");
                    double[] bytes = relay.bytes();
                    double cpu = registry.ask("cpu")[0];
                    double theirs = watching.ask("cpu")[0];
                    double before = servers.ask("count")[0];
                    long begin = System.nanoTime();
                    Thread.sleep(CHANGES_MILLIS);
                    double[] changed = servers.ask("stop");
                    double[] delays = watching.ask(String.valueOf((long) changed[1]));
                    double changes = changed[0] - before;
                    double millis = (System.nanoTime() - begin) / 1e6;
                    cpu = registry.ask("cpu")[0] - cpu;
                    theirs = watching.ask("cpu")[0] - theirs;
                    double[] after = relay.bytes();
                    double idle = cpuOver(registry, IDLE_MILLIS) / IDLE_MILLIS; // heartbeats, and watchers that wait
                    double cost = (cpu - idle * millis) / changes / 1_000;
                    double theirCost = theirs / changes / watchers / 1_000;
                    System.out.printf(
                            "| %s, %d watcher%s | %,.0f | %,.0f | %,.0f | %,.0f | %,.0f | %,.0f | %,.0f |%n",
                            name,
                            watchers,
                            watchers == 1 ? "" : "s",
                            cost,
                            theirCost,
                            (after[1] - bytes[1]) / changes / watchers,
                            (after[0] - bytes[0]) / changes / watchers,
                            delays[0],
                            delays[1],
                            delays[2]);
                }
            }
        }
    }

    private static double cpuOver(Jvm jvm, long millis) throws IOException, InterruptedException {
        double before = jvm.ask("cpu")[0];
        Thread.sleep(millis);
        return jvm.ask("cpu")[0] - before;
    }

    private static void many(String classPath) throws IOException {
        try (Jvm registry = new Jvm(classPath, "-Xmx512m", RegistryRun.class)) {
            int port = Integer.parseInt(registry.read());
            double empty = registry.ask("heap")[0];
            try (Jvm servers = new Jvm(classPath, "-Xmx512m", ManyRun.class, "127.0.0.1:" + port, MANY)) {
                double register = servers.ask("register")[0];
                servers.ask("renew");
                double cpu = registry.ask("cpu")[0];
                servers.ask("renew");
                double heartbeat = (registry.ask("cpu")[0] - cpu) / MANY / 1_000;
                double heap = registry.ask("heap")[0] - empty;
                String target = "registry://127.0.0.1:" + port;
                try (Jvm watching = new Jvm(classPath, "-Xmx512m", WatchersRun.class, target, 1, MANY)) {
                    String list = watching.read();
                    System.out.println("| 100,000 servers of 1,000 services, -Xmx512m | |\n|---|---|");
                    System.out.printf("| to register them, one after the other | %,.1f s |%n", register / 1e3);
                    System.out.printf("| a heartbeat, CPU of the registry | %,.0f µs |%n", heartbeat);
                    System.out.printf("| heap of the registry | %,.0f MB |%n", heap / 1e6);
                    System.out.printf(
                            "| to watch them all, by a program that has just started | %,.1f s |%n",
                            Double.parseDouble(list) / 1e3);
                }
            }
        }
    }
}
