package resilience;

import io.rpcidl.registry.embedded.RegistryServer;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Runs what its arguments name, or all, and prints what came of it: {@code rolling}, {@code crash}, {@code registry},
 * {@code overload}. Servers that are restarted are found by {@code -Dregistry=TARGET}, or by a registry of our own.
 */
public final class ResilienceRun {

    private static final int PER_SECOND = 1_000;

    private ResilienceRun() {}

    /** Runs; takes some minutes for all. */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> wanted = args.length == 0 ? List.of("rolling", "crash", "registry", "overload") : List.of(args);
        for (String each : wanted) {
            switch (each) {
                case "rolling" -> rolling();
                case "crash" -> crash();
                case "registry" -> registryGone();
                case "overload" -> overload();
                default -> {
                    System.err.println("expected rolling, crash, registry or overload, got '" + each + "'");
                    System.exit(2);
                }
            }
        }
    }

    private static void rolling() throws IOException, InterruptedException {
        String given = System.getProperty("registry");
        if (given != null) {
            rolling(given);
            return;
        }
        try (RegistryServer registry = RegistryServer.start("127.0.0.1", 0)) {
            rolling(registry.target());
        }
    }

    private static void rolling(String target) throws IOException, InterruptedException {
        RollingRestart.Result result = RollingRestart.run(target, 3, PER_SECOND);
        title("three servers, each restarted three times, 1,000 calls a second, by "
                + target.replaceFirst("//.*", "//"));
        print("calls", result.outcomes().size());
        print("failed", result.failed());
        print("carried out twice, of what must not be", result.twice());
        print("p99, ms", Outcome.millis(result.outcomes(), 99));
    }

    private static void crash() throws IOException, InterruptedException {
        try (RegistryServer registry = RegistryServer.start("127.0.0.1", 0)) {
            Crash.Result result = Crash.run(registry.target(), PER_SECOND);
            title("kill -9 of one of three servers, 1,000 calls a second");
            print("calls", result.outcomes().size());
            print("failed", Outcome.failures(result.outcomes()));
            print("carried out twice, of what must not be", result.twice());
            print("p99 before, ms", result.before());
            print("p99 from 2 s after, ms", result.after());
        }
    }

    private static void registryGone() throws IOException, InterruptedException {
        RegistryGone.Result result = RegistryGone.run(PER_SECOND, 60);
        title("the registry is killed for 60 s, 1,000 calls a second");
        print("calls", result.outcomes().size());
        print("failed", Outcome.failed(result.outcomes()));
        print("a client that starts meanwhile, with a file", result.withFile() ? "calls" : "fails");
        print("and one without", result.withoutFile());
        print("ms until the registry knows all servers again", result.millisUntilBack());
    }

    private static void overload() throws IOException, InterruptedException {
        Overload.Result result = Overload.run(10);
        title("one server, 8 permits for 5 ms: 1,600 calls a second at most");
        System.out.println(
                "| load | calls/s | answered/s | p50, ms | p99, ms | p99 from 2 s on, ms | refused | failed |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (Overload.Load load : result.loads()) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,d | %,d | %.1f | %.1f | %.1f | %,d | %,d |%n",
                    load.name(),
                    load.perSecond(),
                    load.goodput(),
                    load.p50(),
                    load.p99(),
                    load.settled(),
                    load.refused(),
                    load.failed());
        }
        System.out.println();
        print("begun more than 10 ms after their deadline", result.lateExecutions());
        print(
                "heap in use before and after the flood, KiB",
                result.heapBefore() / 1024 + ", " + result.heapAfter() / 1024);
    }

    private static void title(String text) {
        System.out.println("\n" + text + "\n");
    }

    private static void print(String what, Object value) {
        String text = value instanceof Double number ? String.format(Locale.ROOT, "%.1f", number) : value.toString();
        System.out.println("- " + what + ": " + text);
    }
}
