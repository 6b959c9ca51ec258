package io.rpcidl.registry.embedded;

import io.rpcidl.registry.embedded.contract.ServerInstance;
import java.util.Map;

/** How much a server is, roughly, in bytes: counted, so that memory and messages are bounded. */
final class Sizes {

    private static final int STRING = 64; // an object
    private static final int SERVER = 500; // with its lease and its place in the log of all
    private static final int SERVICE = 150; // its place in the log of one
    private static final int BRACKETS = 80;
    private static final int QUOTES = 4;

    private Sizes() {}

    /** Returns what the table keeps of a server. */
    static int kept(ServerInstance server) {
        return SERVER + server.services().size() * SERVICE + of(server, STRING);
    }

    /** Returns what an answer has of it; six times as much if every character has to be escaped. */
    static int written(ServerInstance server) {
        return BRACKETS + of(server, QUOTES);
    }

    /** Returns what an answer has of a string. */
    static int written(String text) {
        return QUOTES + text.length();
    }

    private static int of(ServerInstance server, int each) {
        int size = 2 * each + server.id().length() + server.host().length();
        for (String service : server.services()) {
            size += each + service.length();
        }
        for (Map.Entry<String, String> entry : server.metadata().entrySet()) {
            size += 3 * each + entry.getKey().length() + entry.getValue().length();
        }
        return size;
    }
}
