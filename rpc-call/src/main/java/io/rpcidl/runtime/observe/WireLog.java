package io.rpcidl.runtime.observe;

import io.rpcidl.runtime.TraceContext;
import io.rpcidl.transport.OneLine;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which messages are written to the logger {@code io.rpcidl.wire}, at level INFO, a line each, as they travel: to find out
 * what two programs say to each other. Values that the contract calls {@code @sensitive}, those that it does not know, items
 * that callers send, and metadata are {@code "***"}. It costs much, and what is not called
 * sensitive is there to read: for a while, and for few. Requests in HTTP are not in it. Immutable.
 *
 * <pre>{@code
 * RpcServer.builder().add(handler).wireLog(WireLog.all().ofServices("shop.v1.Shop").ofPeers("10.1.7.23"))
 * // received from 10.1.7.23:40122: {"header":{"service_name":"shop.v1.Shop", … }, "body": … }
 * }</pre>
 */
public final class WireLog {

    private static final Logger LOG = LoggerFactory.getLogger("io.rpcidl.wire");
    private static final int MOST_CHARACTERS = 10_000;

    private final Set<String> services;
    private final Set<String> peers;
    private final Set<String> shownMetadata;

    private WireLog(Set<String> services, Set<String> peers, Set<String> shownMetadata) {
        this.services = services;
        this.peers = peers;
        this.shownMetadata = shownMetadata;
    }

    /** Has all messages written. */
    public static WireLog all() {
        return new WireLog(Set.of(), Set.of(), Set.of(TraceContext.TRACEPARENT, TraceContext.TRACESTATE));
    }

    /** Returns one for messages of some services alone, given by their names on the wire, and those of no service. */
    public WireLog ofServices(String... names) {
        return new WireLog(Set.of(names), peers, shownMetadata);
    }

    /** Returns one for connections to some peers alone, given by host, as an address, or by {@code host:port}. */
    public WireLog ofPeers(String... addresses) {
        return new WireLog(services, Set.of(addresses), shownMetadata);
    }

    /** Returns one that shows the values of these keys of metadata; those of a trace context are shown anyway. */
    public WireLog showingMetadata(String... keys) {
        Set<String> more = new HashSet<>(shownMetadata);
        more.addAll(Set.of(keys));
        return new WireLog(services, peers, more);
    }

    Set<String> shownMetadata() {
        return shownMetadata;
    }

    /** Returns whether the logger writes at the moment. */
    static boolean isOn() {
        return LOG.isInfoEnabled();
    }

    /** Returns whether connections to this {@code host:port} are logged at all. */
    boolean hasPeer(String address) {
        return peers.isEmpty()
                || peers.contains(address)
                || peers.contains(address.substring(0, Math.max(0, address.lastIndexOf(':'))));
    }

    boolean hasService(String name) {
        return services.isEmpty() || name.isEmpty() || services.contains(name);
    }

    void write(String direction, String peer, String text) {
        String line = OneLine.of(text.substring(0, Math.min(text.length(), MOST_CHARACTERS)));
        String rest = text.length() > MOST_CHARACTERS ? "… of " + text.length() + " characters" : "";
        LOG.info("{} {}: {}{}", direction, peer, line, rest);
    }

    /** A message could not be written; what was thrown may name what is in it. */
    void failed(Throwable thrown) {
        LOG.error("a message could not be shown: {}", thrown.getClass().getName());
    }
}
