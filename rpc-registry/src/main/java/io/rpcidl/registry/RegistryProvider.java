package io.rpcidl.registry;

/**
 * Opens registries of one URI scheme. Implementations are listed in {@code META-INF/services} and have no state.
 *
 * <pre>{@code
 * public final class FolderProvider implements RegistryProvider {
 *     public String scheme() { return "folder"; }
 *     public Registry open(String target) { return new FolderRegistry(Path.of(target)); }
 * }
 * }</pre>
 */
public interface RegistryProvider {

    /** Returns the scheme, such as {@code registry}. */
    String scheme();

    /**
     * Opens a registry; does not wait until it can be reached.
     *
     * @param target the URI behind {@code scheme://} or {@code scheme:}
     * @throws IllegalArgumentException if the target is none of this scheme, saying what one looks like
     */
    Registry open(String target);
}
