package benchmark.compare;

import java.util.Set;

/** How calls are made: {@code blocking-32} by so many threads, {@code virtual-256}, {@code async-128} in flight, {@code open}, or beside large ones. */
record Mode(String kind, int count) {

    private static final Set<String> KINDS = Set.of("blocking", "virtual", "async");
    private static final Mode OPEN = new Mode("open", 0);

    /** As many threads as there are in {@link #beside}, and nothing else. */
    static final Mode FEW = new Mode("blocking", 4);

    static Mode of(String word) {
        if (word.equals("open")) {
            return OPEN;
        }
        int dash = word.indexOf('-');
        String kind = dash < 0 ? "" : word.substring(0, dash);
        if (!KINDS.contains(kind) || !word.substring(dash + 1).matches("[1-9]\\d{0,4}")) {
            throw new IllegalArgumentException(
                    "no mode '" + word + "': there are blocking-N, virtual-N, async-N and open");
        }
        return new Mode(kind, Integer.parseInt(word.substring(dash + 1)));
    }

    /** Returns a few threads beside so many calls a second of the same client with 1 MiB each way. */
    static Mode beside(int largeCalls) {
        return new Mode("beside", largeCalls);
    }

    boolean isOpen() {
        return equals(OPEN);
    }

    /** Returns whether a peer can do this. */
    boolean suits(PeerFiles peer) {
        return !(kind.equals("async") && peer.name().equals("thrift")) // its async client has one call on a connection
                && !(isOpen() && peer.name().equals(PeerFiles.FLOOR));
    }

    String word() {
        return isOpen() ? kind : kind + "-" + count;
    }

    String title() {
        return switch (kind) {
            case "blocking" -> "blocking, " + (count == 1 ? "one thread" : count + " threads");
            case "virtual" -> "blocking, " + count + " virtual threads";
            case "async" -> "async, one caller, " + count + " in flight";
            case "beside" -> FEW.title() + ", beside " + count + " calls a second with 1 MiB each way";
            default -> "open loop, at half of what the slowest peer can do";
        };
    }
}
