package benchmark.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A peer's server and client, each a JVM. */
final class Pair implements AutoCloseable {

    private final PeerFiles peer;
    private final Path java;
    private final Path logs;
    private final Jvm server;
    private final Jvm client;
    private final int port;
    private double serverShare;

    Pair(PeerFiles peer, Path java, Path logs) throws IOException {
        this(peer, java, logs, List.of());
    }

    /** Starts both; there are so many clients in the one JVM as the argument of it says. */
    Pair(PeerFiles peer, Path java, Path logs, List<String> clients) throws IOException {
        this.peer = peer;
        this.java = java;
        this.logs = logs;
        this.server = new Jvm(java, logs.resolve(peer.name() + "-server.log"), peer, "ServerMain", List.of());
        this.port = Integer.parseInt(server.await("port")[0]);
        this.client = client("client", port, clients);
    }

    private Jvm client(String name, int where, List<String> clients) throws IOException {
        Path log = logs.resolve(peer.name() + "-" + name + ".log");
        List<String> arguments = new ArrayList<>(List.of(String.valueOf(where)));
        arguments.addAll(clients);
        Jvm jvm = new Jvm(java, log, peer, "ClientMain", arguments);
        jvm.await("ready");
        return jvm;
    }

    int port() {
        return port;
    }

    PeerFiles peer() {
        return peer;
    }

    /**
     * Returns how many bytes a request and a reply have on the wire, with all that goes with them: of so many calls, after a tenth of
     * them.
     */
    double[] bytes(String operation, int calls) throws IOException {
        try (Relay relay = new Relay(port);
                Jvm over = client("relayed", relay.port(), List.of())) {
            over.ask("once " + operation + " " + Math.max(1, calls / 10), "done");
            double[] before = relay.bytes();
            over.ask("once " + operation + " " + calls, "done");
            double[] after = relay.bytes();
            return new double[] {(after[0] - before[0]) / calls, (after[1] - before[1]) / calls};
        }
    }

    Figures run(String operation, String load, long millis) throws IOException {
        double[] before = used();
        String[] words = client.ask(operation + " " + load + " " + millis, "result");
        double[] after = used();
        double[] figures = Stream.of(words).mapToDouble(Double::parseDouble).toArray();
        double calls = figures[0];
        serverShare = (after[3] - before[3]) / (after[0] - before[0]);
        return new Figures(
                calls * 1e9 / figures[2],
                figures[3] / 1e3,
                figures[4] / 1e3,
                figures[5] / 1e3,
                (after[0] - before[0]) / calls / 1e3,
                (after[1] - before[1]) / calls,
                (after[2] - before[2]) * 1e6 / figures[2],
                (long) figures[1]);
    }

    /** Returns the server's share in the CPU time of the last round. */
    double serverShare() {
        return serverShare;
    }

    /** Returns what both have used so far: CPU time in ns, bytes allocated, and time to compile in ms; then the server's CPU time. */
    double[] used() throws IOException {
        double[] ofServer = Stream.of(server.ask("", "used"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        double[] used = Arrays.copyOf(ofServer, ofServer.length + 1);
        used[ofServer.length] = ofServer[0];
        String[] more = client.ask("used", "used");
        for (int i = 0; i < ofServer.length; i++) {
            used[i] += Double.parseDouble(more[i]);
        }
        return used;
    }

    /** Returns what the server keeps: heap after a collection, all that is resident, both in bytes, and sockets. */
    double[] serverMemory() throws IOException {
        return Stream.of(server.ask("memory", "memory"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
