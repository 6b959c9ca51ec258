package benchmark.load;

import java.util.ServiceLoader;

/** A peer whose server and client are on two ends of a link. Found by {@link ServiceLoader}, by its name. */
public interface LinkPeer {

    /** Returns the word that a user asks for it with. */
    String name();

    /**
     * Starts its server at a free port of an address, which serves until the JVM ends, and returns the port.
     *
     * @param compressed whether messages are compressed in both directions, where the client asks for it, too
     */
    int serve(String address, boolean compressed) throws Exception;

    /** Returns a client of a server. */
    Client connect(String address, int port, boolean compressed) throws Exception;

    /** A client: calls about users, and one that sends a long text. */
    record Client(Caller users, Length length) {}

    /** Sends a text, and returns the answer: how long it is. */
    interface Length {

        /** Calls and waits for the answer. */
        int of(String text) throws Exception;
    }

    /** Returns the one of a name, of this class path. */
    static LinkPeer named(String name) {
        for (LinkPeer each : ServiceLoader.load(LinkPeer.class)) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        throw new IllegalArgumentException("no peer '" + name + "' on this class path");
    }
}
