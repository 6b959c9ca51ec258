package io.rpcidl.registry.zookeeper;

import io.rpcidl.registry.Instance;

/** A server as a node: its name is the server's id, its value the server's JSON. */
final class Node {

    private static final int MAX_BYTES = 256 * 1024; // a thousand services have room

    private Node() {}

    /**
     * Returns an id as the name of a node: as it is, but for a slash, a percent sign, and the dots of {@code .} and {@code ..},
     * which are written as in a URI.
     */
    static String name(String id) {
        String name = id.replace("%", "%25").replace("/", "%2F");
        return name.matches("[.]{1,2}") ? name.replace(".", "%2E") : name;
    }

    /**
     * Reads a server from a node.
     *
     * @throws IllegalArgumentException if it is none, saying why in one line
     */
    static Instance read(String name, byte[] value) {
        if (value.length > MAX_BYTES) {
            throw new IllegalArgumentException(value.length + " bytes, more than " + MAX_BYTES);
        }
        Instance instance = Instance.fromJson(value);
        if (!name(instance.id()).equals(name)) {
            throw new IllegalArgumentException("it holds the server " + instance.id());
        }
        return instance;
    }

    /** Returns a name that somebody else has chosen as it can stand in a log. */
    static String printable(String name) {
        String plain = name.replaceAll("[^!-~]", "?");
        return plain.length() > 200 ? plain.substring(0, 200) + "…" : plain;
    }
}
