package benchmark.load;

/** A peer's server on one end of a link: prints its port, and ends with its input. */
final class LinkServerMain {

    private LinkServerMain() {}

    /** Serves; the arguments are the peer's name, an address, and whether messages are compressed. */
    public static void main(String[] args) throws Exception {
        System.out.println("port " + LinkPeer.named(args[0]).serve(args[1], Boolean.parseBoolean(args[2])));
        while (System.in.read() >= 0) {
            // there is nothing to be said to it
        }
        System.exit(0);
    }
}
