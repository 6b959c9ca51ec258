package io.rpcidl.transport;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The other side of a connection.
 *
 * @param address its address and port, for people
 * @param encrypted whether the connection is
 * @param certificates what it has proved with TLS to own, its own certificate first; empty if it has shown none
 */
public record Peer(String address, boolean encrypted, List<X509Certificate> certificates) {

    /** Copies the list. */
    public Peer {
        certificates = List.copyOf(certificates);
    }

    /** Returns the address. */
    @Override
    public String toString() {
        return address;
    }
}
