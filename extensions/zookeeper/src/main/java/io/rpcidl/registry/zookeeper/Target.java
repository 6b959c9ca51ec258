package io.rpcidl.registry.zookeeper;

import io.rpcidl.transport.Endpoint;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which ZooKeeper, and where in it.
 *
 * @param servers some or all of its ensemble
 * @param path below which the servers are, such as {@code /rpcidl}
 * @param session for how long nodes outlive who made them
 */
record Target(List<Endpoint> servers, String path, Duration session) {

    static final String SCHEME = "zk";
    static final Duration DEFAULT_SESSION = Duration.ofSeconds(10);

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration SHORTEST_DOUBT = Duration.ofSeconds(10);
    private static final String DEFAULT_PATH = "/rpcidl";
    private static final Pattern FORM =
            Pattern.compile("(?:zk://)?([^/?]+)((?:/[A-Za-z0-9_.-]+)*)/?(?:\\?session=(.*))?");
    private static final Pattern TIME = Pattern.compile("([0-9]{1,6})(ms|s|m)");

    Target {
        servers = List.copyOf(servers);
        if (path.contains("/./") || path.contains("/../") || path.endsWith("/.") || path.endsWith("/..")) {
            throw new IllegalArgumentException("a path in ZooKeeper has no . and no ..: " + path);
        }
        if (session.compareTo(SHORTEST) < 0 || session.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("session not in 1 s to 10 minutes: " + session);
        }
    }

    static Target parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "expected zk://host:port,host:port/path?session=10s, got '" + text + "'");
        }
        List<Endpoint> servers = Arrays.stream(parts.group(1).split(",", -1))
                .map(Endpoint::parse)
                .toList();
        String path = parts.group(2).isEmpty() ? DEFAULT_PATH : parts.group(2);
        return new Target(servers, path, parts.group(3) == null ? DEFAULT_SESSION : time(parts.group(3)));
    }

    private static Duration time(String text) {
        Matcher parts = TIME.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("expected session=10s, in ms, s or m, got '" + text + "'");
        }
        long number = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        };
    }

    Target withSession(Duration newSession) {
        return new Target(servers, path, newSession);
    }

    /** Returns the servers as ZooKeeper wants them. The path is not its chroot, which would have to be there already. */
    String connectString() {
        return servers.stream().map(Endpoint::toString).collect(Collectors.joining(","));
    }

    /**
     * Returns for how long who is missing may yet come back after a session was lost: in one session's time the ZooKeeper notices that
     * theirs are lost too, and then they need some to connect.
     */
    Duration doubt() {
        Duration two = session.multipliedBy(2);
        return two.compareTo(SHORTEST_DOUBT) < 0 ? SHORTEST_DOUBT : two;
    }

    /** Returns where the nodes of the servers are. */
    String instances() {
        return path + "/instances";
    }

    @Override
    public String toString() {
        return SCHEME + "://" + connectString() + path;
    }
}
