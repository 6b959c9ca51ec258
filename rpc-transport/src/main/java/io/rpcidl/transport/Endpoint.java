package io.rpcidl.transport;

import java.util.Objects;

/**
 * Where a server listens.
 *
 * @param host a name or an address, 1 to 253 characters without white space, control characters, commas and slashes
 * @param port 1 to 65535
 */
public record Endpoint(String host, int port) {

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

    /** Returns {@code host:port}. */
    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
