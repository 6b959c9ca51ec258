package benchmark.load;

/**
 * A program that has just started and calls once: prints {@code first} when it has the answer and has checked it. There is as little
 * around the call as can be, and no lambda, so that what it takes is the peer's.
 */
final class StartMain {

    private StartMain() {}

    /** Calls; the arguments are the peer's name, its server's port, or 0 to start one here, and how many pairs of calls to make. */
    public static void main(String[] args) throws Exception {
        Peer peer = Peers.named(args[0]);
        int port = Integer.parseInt(args[1]);
        Caller caller = peer.connect(port == 0 ? peer.serve() : port);
        for (int left = Integer.parseInt(args[2]); left > 0; left--) {
            if (!caller.existUser("doctor@example.org")) {
                throw new IllegalStateException("a wrong answer");
            }
            System.out.println("first");
            System.in.read(); // until somebody has looked at what it took
            if (caller.existUser("1@example.org")) {
                throw new IllegalStateException("a wrong answer: nobody has that address");
            }
        }
        System.exit(0);
    }
}
