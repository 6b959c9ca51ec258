package benchmark.compare;

import java.io.IOException;

/** A peer's server and client on two ends of a link, each a JVM. */
final class LinkPair implements AutoCloseable {

    private final LinkSide side;
    private final Jvm server;
    private final Jvm client;

    LinkPair(LinkSide side, Jvm server, Jvm client) {
        this.side = side;
        this.server = server;
        this.client = client;
    }

    LinkSide side() {
        return side;
    }

    /** Calls so many times, and returns the time, in ms, that one call took, or all of those that are pipelined. */
    double run(String what, int count) throws IOException {
        return Long.parseLong(client.ask(what + " " + count, "took")[0]) / 1e6;
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
