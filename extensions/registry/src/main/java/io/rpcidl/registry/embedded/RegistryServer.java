package io.rpcidl.registry.embedded;

import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.server.RpcServerBuilder;
import io.rpcidl.transport.thread.Workers;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded registry as a server: in a program of its own, inside a user's server, or in a test. It is one process
 * and keeps its list in memory; when it is restarted the servers' next heartbeats fill it again, and clients go on with
 * what they know meanwhile.
 */
public final class RegistryServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryServer.class);
    private static final int ADVANCE_MILLIS = 100;

    private final RpcServer server;
    private final ScheduledExecutorService timer;

    private RegistryServer(RpcServer server, ScheduledExecutorService timer) {
        this.server = server;
        this.timer = timer;
    }

    /**
     * Starts a registry.
     *
     * @param host the address to bind, {@code 127.0.0.1} for this machine alone
     * @param port the port, or 0 for any free one
     * @throws IOException if the port cannot be bound, with the reason in one line
     */
    public static RegistryServer start(String host, int port) throws IOException {
        return builder().server(server -> server.host(host).port(port)).start();
    }

    /** Returns a builder of a registry, for all that a server can be told. */
    public static RegistryServerBuilder builder() {
        return new RegistryServerBuilder();
    }

    static RegistryServer start(Duration longestLease, Consumer<RpcServerBuilder> settings) throws IOException {
        LeaseTable table = new LeaseTable(new AwakeClock(System::nanoTime));
        RpcServerBuilder builder = RpcServer.builder()
                .add(new RegistrarService(table, longestLease))
                .fixedConcurrency() // watches wait for changes
                .maxInFlight(LeaseTable.MAX_WAITING)
                .maxCalls(2 * LeaseTable.MAX_WAITING) // those who wait leave room for those who do not
                .drainTimeout(Duration.ofMillis(200));
        settings.accept(builder);
        RpcServer server = builder.start();
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Workers.daemons("rpcidl-leases"));
        timer.scheduleWithFixedDelay(() -> advance(table), ADVANCE_MILLIS, ADVANCE_MILLIS, TimeUnit.MILLISECONDS);
        return new RegistryServer(server, timer);
    }

    private static void advance(LeaseTable table) {
        try {
            table.advance();
        } catch (RuntimeException e) {
            LOG.error("leases could not be looked through", e); // and the timer goes on
        }
    }

    /** Returns the port that it listens on. */
    public int port() {
        return server.port();
    }

    /** Returns the target by which servers and clients reach it: {@code registry://host:port}. */
    public String target() {
        return EmbeddedRegistryProvider.SCHEME + "://" + server.endpoint();
    }

    /** Waits until it is closed. */
    public void awaitClosed() throws InterruptedException {
        server.awaitClosed();
    }

    /** Stops it. */
    @Override
    public void close() {
        timer.shutdownNow();
        server.close();
    }

    /**
     * Runs a registry on 127.0.0.1 until the process is ended, and prints where it listens.
     *
     * @param arguments the port; without it any free one
     */
    public static void main(String[] arguments) throws InterruptedException {
        int port;
        try {
            port = arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]);
        } catch (NumberFormatException e) {
            System.err.println("usage: RegistryServer [PORT]");
            System.exit(2);
            return;
        }
        try (RegistryServer registry = start("127.0.0.1", port)) {
            System.out.println("listening on 127.0.0.1:" + registry.port());
            registry.awaitClosed();
        } catch (IOException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
