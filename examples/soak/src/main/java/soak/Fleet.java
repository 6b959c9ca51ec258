package soak;

import io.rpcidl.runtime.server.RpcServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Three servers, of which one after the other is closed in good order and started again on its port. */
final class Fleet implements Runnable, AutoCloseable {

    private static final int SIZE = 3;

    private final Service service;
    private final Random random;
    private final Ledger ledger;
    private final Stop stop;
    private final List<RpcServer> servers = new ArrayList<>();
    private final List<Integer> ports;

    Fleet(Service service, Random random, Ledger ledger, Stop stop) throws IOException {
        this.service = service;
        this.random = random;
        this.ledger = ledger;
        this.stop = stop;
        for (int i = 0; i < SIZE; i++) {
            servers.add(start(0));
        }
        this.ports = servers.stream().map(RpcServer::port).toList();
    }

    private RpcServer start(int port) throws IOException {
        return RpcServer.builder()
                .add(service)
                .port(port)
                .documentTimeout(Duration.ofSeconds(5))
                .start();
    }

    List<Integer> ports() {
        return ports;
    }

    String target() {
        return ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(",", "rpc://", ""));
    }

    @Override
    public void run() {
        for (int next = 0; !stop.pause(random.nextInt(1_000, 4_000)); next = (next + 1) % SIZE) {
            ledger.fault("a server restarted");
            try {
                servers.get(next).close();
                stop.pause(random.nextInt(300));
                servers.set(next, start(ports.get(next)));
            } catch (IOException e) {
                ledger.unexplained("a server does not start again: " + e.getMessage());
            }
        }
    }

    /** Only once {@link #run} has returned. */
    @Override
    public void close() {
        servers.forEach(RpcServer::close);
    }
}
