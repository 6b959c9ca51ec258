package benchmark.load;

/** One of those that are compared, in one configuration. Found by {@link java.util.ServiceLoader}, by its name. */
public interface Peer {

    /** Returns the word that a user asks for it with. */
    String name();

    /** Starts its server at a free port of 127.0.0.1, which serves until the JVM ends, and returns the port. */
    int serve() throws Exception;

    /** Returns a client of a server at 127.0.0.1. */
    Caller connect(int port) throws Exception;
}
