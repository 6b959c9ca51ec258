package io.rpcidl.registry;

import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Opens a registry by its URI: {@code rpc://host:port,host:port} for a fixed list, {@code dns://name:port}, {@code inproc:name},
 * and whatever else is on the class path.
 *
 * <pre>{@code
 * try (Registry registry = Registries.open("registry://127.0.0.1:4500")) { … }
 * }</pre>
 */
public final class Registries {

    private static final Pattern URI = Pattern.compile("([a-z][a-z0-9+.-]*):(//)?(.*)");

    private Registries() {}

    /**
     * Opens a registry; does not wait until it can be reached.
     *
     * @throws IllegalArgumentException for an unknown scheme or a bad target
     */
    public static Registry open(String uri) {
        Matcher parts = URI.matcher(uri);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "expected a target such as rpc://host:port or registry://host:port, got '" + uri + "'");
        }
        String scheme = parts.group(1);
        TreeSet<String> known = new TreeSet<>();
        for (RegistryProvider provider :
                ServiceLoader.load(RegistryProvider.class, Registries.class.getClassLoader())) {
            if (provider.scheme().equals(scheme)) {
                return provider.open(parts.group(3));
            }
            known.add(provider.scheme());
        }
        throw new IllegalArgumentException("unknown scheme '" + scheme + "' of target '" + uri + "'; known: " + known);
    }
}
