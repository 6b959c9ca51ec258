package io.rpcidl.runtime.registry;

import java.util.ServiceLoader;
import java.util.TreeSet;

/** Opens a registry by its URI: {@code rpc://host:port,host:port} for a fixed list, {@code registry://…} and others. */
public final class Registries {

    private Registries() {}

    /**
     * Opens a registry; does not wait until it can be reached.
     *
     * @throws IllegalArgumentException for an unknown scheme or a bad target
     */
    public static Registry open(String uri) {
        int colon = uri.indexOf("://");
        if (colon < 1) {
            throw new IllegalArgumentException(
                    "expected a target such as rpc://host:port or registry://host:port, got '" + uri + "'");
        }
        String scheme = uri.substring(0, colon);
        TreeSet<String> known = new TreeSet<>();
        for (RegistryProvider provider :
                ServiceLoader.load(RegistryProvider.class, Registries.class.getClassLoader())) {
            if (provider.scheme().equals(scheme)) {
                return provider.open(uri.substring(colon + 3));
            }
            known.add(provider.scheme());
        }
        throw new IllegalArgumentException("unknown scheme '" + scheme + "' of target '" + uri + "'; known: " + known);
    }
}
