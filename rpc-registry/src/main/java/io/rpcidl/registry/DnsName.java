package io.rpcidl.registry;

import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.OneLine;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A name in the DNS that stands for servers. What the JDK's resolver cannot say, SRV records and other DNS servers, its
 * JNDI provider for the DNS is asked; it reads attributes only, so that no answer becomes an object.
 *
 * @param server the DNS server, {@code host} or {@code host:port}; null for this machine's
 * @param name what is looked up
 * @param port of all its addresses; 0 if its SRV records name it
 */
record DnsName(@Nullable String server, String name, int port) {

    private static final Logger LOG = LoggerFactory.getLogger(DnsName.class);
    private static final String TIMEOUT_MILLIS = "1000"; // doubled with each retry
    private static final String RETRIES = "2";

    /** One SRV record (RFC 2782). */
    private record Srv(int priority, int weight, int port, String target) {

        static Srv parse(String record) throws NamingException {
            String[] parts = record.split(" ");
            if (parts.length != 4) {
                throw new NamingException("not an SRV record: " + record);
            }
            String target = parts[3].endsWith(".") ? parts[3].substring(0, parts[3].length() - 1) : parts[3];
            return new Srv(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), target);
        }
    }

    static DnsName parse(String text) {
        int slash = text.indexOf('/');
        String server = slash < 0 ? null : text.substring(0, slash);
        String name = text.substring(slash + 1);
        if (!name.contains(":")) {
            if (!name.matches("[A-Za-z0-9_.-]{1,253}")) {
                throw new IllegalArgumentException(
                        "expected dns://name:port, or dns://_service._tcp.name for SRV records, got 'dns://" + text
                                + "'");
            }
            return new DnsName(server, name, 0);
        }
        Endpoint endpoint = Endpoint.parse(name);
        return new DnsName(server, endpoint.host(), endpoint.port());
    }

    /** Looks the servers up; blocks for some seconds if the DNS does not answer. */
    List<Instance> find() throws NamingException {
        if (port > 0) {
            return at(name, port).stream().map(Instance::at).toList();
        }
        List<Srv> all = new ArrayList<>();
        for (String record : records(name, "SRV")) {
            try {
                all.add(Srv.parse(record));
            } catch (NamingException | NumberFormatException e) {
                LOG.warn("{}: a record left out: {}", this, reason(e));
            }
        }
        int best = all.stream().mapToInt(Srv::priority).min().orElse(0);
        Map<String, Instance> found = new TreeMap<>(); // the order of records is random
        NamingException nobody = null;
        for (Srv srv : all) {
            if (srv.priority() != best || srv.target().isEmpty()) {
                continue;
            }
            try {
                for (Endpoint endpoint : at(srv.target(), srv.port())) {
                    Instance instance = Instance.at(endpoint);
                    int weight = Math.min(Math.max(1, srv.weight()), 10_000);
                    found.put(instance.id(), instance.withWeight(weight));
                }
            } catch (NamingException | IllegalArgumentException e) {
                LOG.warn("{}: {} left out: {}", this, srv.target(), reason(e)); // it spoils no other
                nobody = new NamingException("none of the servers that it names has an address");
            }
        }
        if (found.isEmpty() && nobody != null) {
            throw nobody;
        }
        return List.copyOf(found.values());
    }

    /** Returns why a look-up failed, in one line. */
    static String reason(Exception failure) {
        return failure instanceof NameNotFoundException
                ? "no such name in the DNS"
                : OneLine.of(String.valueOf(failure.getMessage()));
    }

    private List<Endpoint> at(String host, int at) throws NamingException {
        List<String> addresses = new ArrayList<>();
        if (server == null) {
            try {
                for (InetAddress each : InetAddress.getAllByName(host)) {
                    addresses.add(each.getHostAddress());
                }
            } catch (UnknownHostException e) {
                throw new NameNotFoundException(host);
            }
        } else {
            addresses.addAll(records(host, "A"));
            addresses.addAll(records(host, "AAAA"));
        }
        return addresses.stream()
                .map(address -> new Endpoint(host, at, address))
                .sorted(Comparator.comparing(Endpoint::toString))
                .toList();
    }

    private List<String> records(String host, String type) throws NamingException {
        Hashtable<String, String> settings = new Hashtable<>(); // JNDI asks for it
        settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        settings.put(Context.PROVIDER_URL, "dns:" + (server == null ? "" : "//" + server));
        settings.put("com.sun.jndi.dns.timeout.initial", TIMEOUT_MILLIS);
        settings.put("com.sun.jndi.dns.timeout.retries", RETRIES);
        DirContext dns = new InitialDirContext(settings);
        try {
            Attribute found = dns.getAttributes(host, new String[] {type}).get(type);
            List<String> records = new ArrayList<>();
            for (int i = 0; found != null && i < found.size(); i++) {
                records.add(String.valueOf(found.get(i)));
            }
            return records;
        } finally {
            dns.close();
        }
    }

    @Override
    public String toString() {
        return "dns://" + (server == null ? "" : server + "/") + name + (port == 0 ? "" : ":" + port);
    }
}
