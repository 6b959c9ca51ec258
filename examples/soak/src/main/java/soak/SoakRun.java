package soak;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.rpcidl.runtime.Processed;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.client.RpcClientBuilder;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.server.RpcServerBuilder;
import io.rpcidl.transport.Tls;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Mixed traffic for a while, with faults injected: over routes without any fault, through proxies that break every
 * connection, and to servers that are restarted; beside hostile clients of all servers. Each outcome of each call is checked,
 * and so is that heap, threads and descriptors stay what they are. Exits with 1 if there was anything that no injected fault
 * explains.
 */
public final class SoakRun {

    private static final int WORKERS = 4; // on each route
    private static final int LOOK_MILLIS = 3_000;
    private static final Duration LONG = Duration.ofSeconds(20); // nothing takes as long where nothing is wrong
    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final String PROXY = " through proxy";
    private static final int PATIENCE_MILLIS = 40_000;
    private static final int LEFT_OVER = 8;
    private static final Set<StatusCode> BROKEN_CONNECTION =
            Set.of(StatusCode.UNAVAILABLE, StatusCode.DEADLINE_EXCEEDED, StatusCode.CANCELLED);

    private final Stop stop = new Stop();
    private final Ledger ledger = new Ledger();
    private final Service service = new Service();
    private final Random random;
    private final List<Thread> threads = new ArrayList<>();

    private SoakRun(long seed) {
        this.random = new Random(seed);
    }

    /** Runs for so many seconds (120), with a seed if one is given. */
    public static void main(String[] args) throws Exception {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 120;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
        System.out.println("soak: " + seconds + " s, seed " + seed);
        Path folder = Files.createTempDirectory("soak");
        Ledger ledger = new SoakRun(seed).run(seconds, folder);
        for (File each : folder.toFile().listFiles()) {
            Files.delete(each.toPath());
        }
        Files.delete(folder);
        System.out.println();
        System.out.println(ledger.unexplained() == 0 ? "soak: OK" : "soak: " + ledger.unexplained() + " unexplained");
        System.exit(ledger.unexplained() == 0 ? 0 : 1);
    }

    private Ledger run(int seconds, Path folder) throws Exception {
        Vitals vitals = new Vitals();
        Tls trust = certificate(folder);
        Tls identity = Tls.identity(folder.resolve("soak.pem"), folder.resolve("soak.key"));
        Vitals.Sample before = Vitals.Sample.take();
        try (RpcServer plain = steady().start();
                RpcServer tls = steady().tls(identity).start();
                Fleet fleet = new Fleet(service, new Random(random.nextLong()), ledger, stop);
                FaultyProxy plainProxy = new FaultyProxy(plain.port(), new Random(random.nextLong()), ledger);
                FaultyProxy tlsProxy = new FaultyProxy(tls.port(), new Random(random.nextLong()), ledger);
                RpcClient toPlain = client(plain.port()).build();
                RpcClient toTls = client(tls.port()).tls(trust).build();
                RpcClient toFleet = RpcClient.connect(fleet.target());
                RpcClient throughProxy = faulty(plainProxy.port()).build();
                RpcClient throughTlsProxy = faulty(tlsProxy.port()).tls(trust).build()) {
            work(Route.through(toPlain, "plain", LONG, (kind, status) -> false, false));
            work(Route.through(toTls, "TLS", LONG, (kind, status) -> false, false));
            work(Route.through(toFleet, "restarted servers", LONG, SoakRun::restartExplains, true));
            work(Route.through(throughProxy, "plain" + PROXY, SHORT, SoakRun::proxyExplains, true));
            work(Route.through(throughTlsProxy, "TLS" + PROXY, SHORT, SoakRun::proxyExplains, true));
            start("restarts", fleet);
            List<Integer> ports = Stream.concat(Stream.of(plain.port(), tls.port()), fleet.ports().stream())
                    .toList();
            start("hostile-1", new HostileClients(ports, new Random(random.nextLong()), ledger, stop));
            start("hostile-2", new HostileClients(ports, new Random(random.nextLong()), ledger, stop));
            watch(seconds, vitals);
            end();
        }
        ledger.print();
        vitals.judge(ledger);
        checkThatAllIsGivenBack(before);
        return ledger;
    }

    private RpcServerBuilder steady() {
        return RpcServer.builder().add(service).documentTimeout(Duration.ofSeconds(5));
    }

    private static RpcClientBuilder client(int port) {
        return RpcClient.builder("rpc://127.0.0.1:" + port);
    }

    /** A client that notices soon that a connection has become silent. */
    private static RpcClientBuilder faulty(int port) {
        return client(port).keepalive(Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    private static boolean proxyExplains(Kind kind, Status status) {
        return BROKEN_CONNECTION.contains(status.code());
    }

    /**
     * A server that ends tells its callers before. What was on its way to it is refused, and sent to another server, but for
     * streams, which have begun for their callers, and for oneway calls, of which nobody hears.
     */
    private static boolean restartExplains(Kind kind, Status status) {
        boolean refused = kind.isStream() && status.processed() == Processed.NO;
        return status.code() == StatusCode.UNAVAILABLE && (refused || kind == Kind.ONEWAY);
    }

    /** Makes a certificate of this machine, and returns what trusts it. */
    private static Tls certificate(Path folder) throws Exception {
        X509Bundle authority = new CertificateBuilder()
                .subject("CN=soak authority")
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
        X509Bundle own = new CertificateBuilder()
                .subject("CN=soak")
                .addSanIpAddress("127.0.0.1")
                .buildIssuedBy(authority);
        Files.writeString(folder.resolve("soak.pem"), own.getCertificatePathPEM());
        Files.writeString(folder.resolve("soak.key"), own.getPrivateKeyPEM());
        return Tls.trust(Files.writeString(folder.resolve("authority.pem"), authority.getCertificatePEM()));
    }

    private void work(Route route) {
        for (int i = 0; i < WORKERS; i++) {
            String name = route.name() + "-" + i;
            start(
                    name,
                    new Worker(route, new Calls(route, service, name, new Random(random.nextLong())), ledger, stop));
        }
    }

    private void start(String name, Runnable code) {
        Thread thread = new Thread(code, name);
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
    }

    private void watch(int seconds, Vitals vitals) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (System.nanoTime() < end && !stop.pause(LOOK_MILLIS)) {
            Vitals.Sample sample = vitals.look();
            System.out.printf("%,12d calls, %s%n", ledger.calls(), sample);
        }
    }

    /** Ends the traffic; then no handler may go on, for nobody waits for it. */
    private void end() throws InterruptedException {
        stop.request();
        for (Thread each : threads) {
            each.join(PATIENCE_MILLIS);
            if (each.isAlive()) {
                ledger.unexplained(each.getName() + " is stuck: " + Arrays.toString(each.getStackTrace()));
            }
        }
        for (int i = 0; service.running() > 0 && i < PATIENCE_MILLIS / 100; i++) {
            Thread.sleep(100);
        }
        if (service.running() > 0) {
            ledger.unexplained(service.running() + " handlers go on for nobody");
        }
        for (String token : service.overslept()) {
            if (!token.contains(PROXY)) { // which may stall, so that the server does not hear for a minute
                ledger.unexplained("the handler of " + token + " was not told that nobody waits");
            }
        }
    }

    /** Once everything is closed, no thread and no descriptor may be left of it, but for a few that Netty and the JVM keep. */
    private void checkThatAllIsGivenBack(Vitals.Sample before) throws InterruptedException {
        Vitals.Sample after = Vitals.Sample.take();
        for (int i = 0; !isGivenBack(before, after) && i < PATIENCE_MILLIS / 100; i++) {
            Thread.sleep(100);
            after = Vitals.Sample.take();
        }
        System.out.printf("%nbefore all of it: %s%nafter:            %s%n", before, after);
        if (!isGivenBack(before, after)) {
            ledger.unexplained("not all is given back; threads: "
                    + Thread.getAllStackTraces().keySet().stream()
                            .map(Thread::getName)
                            .toList());
        }
    }

    private static boolean isGivenBack(Vitals.Sample before, Vitals.Sample after) {
        return after.threads() <= before.threads() + LEFT_OVER
                && after.descriptors() <= before.descriptors() + LEFT_OVER;
    }
}
