package benchmark.load;

import java.util.ServiceLoader;

/** The peers of this class path. */
final class Peers {

    private Peers() {}

    static Peer named(String name) {
        return ServiceLoader.load(Peer.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no peer '" + name + "' on this class path"));
    }
}
