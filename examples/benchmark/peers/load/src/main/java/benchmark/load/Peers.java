package benchmark.load;

import java.util.ServiceLoader;

/** The peers of this class path. */
final class Peers {

    private Peers() {}

    static Peer named(String name) {
        for (Peer each : ServiceLoader.load(Peer.class)) { // no lambda: a program's first one takes its time
            if (each.name().equals(name)) {
                return each;
            }
        }
        throw new IllegalArgumentException("no peer '" + name + "' on this class path");
    }
}
