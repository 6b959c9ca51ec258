package io.rpcidl.registry;

import io.rpcidl.transport.thread.Workers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Servers by their names in the DNS: {@code dns://shop.example.org:4000} for all addresses of a name (A and AAAA records), {@code
 * dns://_shop._tcp.example.org} for what its SRV records name (RFC 2782: those of the lowest priority, each with its weight).
 * {@code dns://10.0.0.2/…} and {@code dns://10.0.0.2:5353/…} ask a certain DNS server. It looks again every 30 s, and, at most
 * every 2 s, when none of the servers could be reached. Every service is taken to be on all of them; nothing can be registered.
 *
 * <pre>{@code
 * RpcClient client = RpcClient.connect("dns://shop.example.org:4000");
 * }</pre>
 */
public final class DnsRegistry implements Registry {

    static final Duration PERIOD = Duration.ofSeconds(30);
    static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(DnsRegistry.class);

    private final DnsName name;
    private final Duration period;
    private final Duration shortest;
    private final Set<Look> looks = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(Workers.daemons("rpcidl-dns"));

    /**
     * Opens a name.
     *
     * @param name {@code name:port} or a name of SRV records, behind {@code server/} or {@code server:port/} if not this
     *     machine's DNS server is to be asked
     * @throws IllegalArgumentException if it is neither
     */
    public DnsRegistry(String name) {
        this(name, PERIOD, SHORTEST);
    }

    DnsRegistry(String name, Duration period, Duration shortest) {
        this.name = DnsName.parse(name);
        this.period = period;
        this.shortest = shortest;
    }

    /** The DNS is told by others. */
    @Override
    public Registration register(Instance instance) {
        LOG.warn("{} cannot register {}: who runs the DNS has to", name, instance.endpoint());
        return NotAnnounced.INSTANCE;
    }

    @Override
    public Watch watch(String service, Listener listener) {
        return watchAll(listener);
    }

    @Override
    public Watch watchAll(Listener listener) {
        Look look = new Look(listener);
        looks.add(look);
        look.soon(0);
        return look;
    }

    @Override
    public void close() {
        looking.shutdownNow();
        looks.clear();
    }

    /** Looks again and again for one listener; all looks share a thread, and the listener is told on it. */
    private final class Look implements Watch {

        private final Listener listener;
        private @Nullable List<Instance> told; // touched by the looking thread alone
        private long last = System.nanoTime() - shortest.toNanos(); // guarded by this
        private long next; // the reading of the clock at which it looks; guarded by this
        private boolean looksNow; // guarded by this
        private boolean again; // what it sees now may be old; guarded by this

        Look(Listener listener) {
            this.listener = listener;
        }

        private synchronized void soon(long nanos) {
            long at = System.nanoTime() + nanos;
            next = at;
            try {
                looking.schedule(() -> look(at), nanos, TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debug("{}: closed while it was looked up", name);
            }
        }

        private void look(long at) {
            synchronized (this) {
                if (next != at || !looks.contains(this)) {
                    return; // an earlier look has taken its place
                }
                last = System.nanoTime();
                looksNow = true;
            }
            try {
                tell();
            } catch (RuntimeException | Error e) {
                LOG.error("{}: a listener failed", name, e);
            }
            synchronized (this) {
                looksNow = false;
                soon(again ? untilNextMay() : period.toNanos());
                again = false;
            }
        }

        private void tell() {
            List<Instance> found;
            try {
                found = name.find();
            } catch (NamingException | RuntimeException e) { // who runs the DNS may have written anything there
                listener.unreachable(name + ": " + DnsName.reason(e));
                return;
            }
            if (!found.equals(told)) {
                told = found;
                listener.instances(found);
            }
        }

        private long untilNextMay() {
            return Math.max(0, last + shortest.toNanos() - System.nanoTime());
        }

        @Override
        public synchronized void refresh() {
            long wait = untilNextMay();
            if (looksNow) {
                again = true;
            } else if (next - System.nanoTime() > wait) {
                soon(wait);
            }
        }

        @Override
        public void close() {
            looks.remove(this);
        }
    }

    /** Opens {@code dns://} targets. */
    public static final class Provider implements RegistryProvider {

        @Override
        public String scheme() {
            return "dns";
        }

        @Override
        public Registry open(String target) {
            return new DnsRegistry(target);
        }
    }
}
