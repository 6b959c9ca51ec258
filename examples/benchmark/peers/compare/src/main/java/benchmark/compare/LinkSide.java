package benchmark.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Who it is, and whether messages are compressed. */
record LinkSide(PeerFiles peer, boolean compressed) {

    private static final String LOOPBACK = "127.0.0.1";

    boolean isSocket() {
        return peer.name().equals(PeerFiles.SOCKET.name());
    }

    String title() {
        return peer.name() + (compressed ? ", compressed" : "");
    }

    /**
     * Starts both. A test's server listens on 127.0.0.1 alone, and that of a link on an address of its own: in a namespace without any other
     * link that is reached from this machine alone, too.
     */
    LinkPair over(LinkNet net, Path java, Path logs) throws IOException {
        Jvm server = server(net.onServerSide(), java, logs, LinkNet.SERVER);
        try {
            int port = Integer.parseInt(server.await("port")[0]);
            return new LinkPair(this, server, client(net.onClientSide(), java, logs, LinkNet.SERVER, port));
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** Returns the bytes that a request and a reply have, with all that goes with them: of the text, then of {@code listUser}. */
    double[] bytes(Path java, Path logs) throws IOException {
        try (Jvm server = server(List.of(), java, logs, LOOPBACK);
                Relay relay = new Relay(Integer.parseInt(server.await("port")[0]));
                Jvm client = client(List.of(), java, logs, LOOPBACK, relay.port())) {
            double[] text = counted(relay, client, "text", 10);
            double[] list = counted(relay, client, "list", 1_000);
            return new double[] {text[0], text[1], list[0], list[1]};
        }
    }

    private double[] counted(Relay relay, Jvm client, String what, int calls) throws IOException {
        client.ask(what + " 10", "took");
        double[] before = relay.bytes();
        client.ask(what + " " + calls, "took");
        double[] after = relay.bytes();
        return new double[] {(after[0] - before[0]) / calls, (after[1] - before[1]) / calls};
    }

    private Jvm server(List<String> where, Path java, Path logs, String address) throws IOException {
        return jvm(where, java, logs, "LinkServerMain", List.of(address, String.valueOf(compressed)));
    }

    private Jvm client(List<String> where, Path java, Path logs, String address, int port) throws IOException {
        List<String> arguments = List.of(address, String.valueOf(compressed), String.valueOf(port));
        Jvm client = jvm(where, java, logs, "LinkClientMain", arguments);
        client.await("ready");
        return client;
    }

    private Jvm jvm(List<String> where, Path java, Path logs, String main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(where);
        command.add(java.toString());
        String name = title().replace(", ", "-") + "-" + main;
        return new Jvm(name, Jvm.command(command, peer, main, arguments), logs.resolve(name + ".log"));
    }
}
