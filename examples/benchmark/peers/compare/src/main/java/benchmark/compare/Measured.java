package benchmark.compare;

import java.util.List;

/** What a peer's rounds gave in one operation and mode; bytes of a request and a reply on the wire. */
record Measured(String operation, Mode mode, PeerFiles peer, List<Figures> rounds, double[] bytes) {

    Figures figures() {
        return Figures.median(rounds);
    }
}
