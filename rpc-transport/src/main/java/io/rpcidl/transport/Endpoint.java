package io.rpcidl.transport;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a server listens.
 *
 * @param host a name or an address, 1 to 253 characters without white space, control characters, commas and slashes
 * @param port 1 to 65535
 * @param address where a host of several addresses is meant, which one of them; null to look one up. TLS checks the host
 */
public record Endpoint(String host, int port, @Nullable String address) {

    /** Checks the ranges: endpoints come from registries, and those from anywhere. */
    public Endpoint {
        Objects.requireNonNull(host, "host");
        boolean plain = host.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '/' && c != ',' && c != '@');
        if (host.isEmpty() || host.length() > 253 || !plain) {
            throw new IllegalArgumentException("not a host name or address");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port not in 1 to 65535: " + port);
        }
        if (address != null && !address.matches("[0-9a-zA-Z.:%]{2,60}")) {
            throw new IllegalArgumentException("not an address");
        }
    }

    /** Makes an endpoint whose address is looked up, if its host is a name. */
    public Endpoint(String host, int port) {
        this(host, port, null);
    }

    /** Parses {@code host:port}; an IPv6 address stands in brackets. */
    public static Endpoint parse(String text) {
        int colon = text.lastIndexOf(':');
        boolean digits = colon > 0 && text.substring(colon + 1).matches("[0-9]{1,5}");
        if (!digits) {
            throw new IllegalArgumentException("expected host:port, got '" + text + "'");
        }
        String host = text.substring(0, colon);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        return new Endpoint(
                bracketed ? host.substring(1, host.length() - 1) : host, Integer.parseInt(text.substring(colon + 1)));
    }

    // by hand: what a record has is linked when it is first used, and each program uses this before its first answer

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Endpoint that
                && port == that.port
                && host.equals(that.host)
                && Objects.equals(address, that.address);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * host.hashCode() + port) + Objects.hashCode(address);
    }

    /** Returns {@code host:port}, or {@code host/address:port}. */
    @Override
    public String toString() {
        String where = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return (address == null || address.equals(host) ? where : where + "/" + address) + ":" + port;
    }
}
