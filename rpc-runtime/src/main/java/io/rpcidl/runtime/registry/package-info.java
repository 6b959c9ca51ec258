/**
 * Finding servers: the interface of a registry, how one is opened by its URI, and the fixed list. Registries that are
 * programs of their own are in rooms of their own, found by {@link java.util.ServiceLoader}.
 */
@NullMarked
package io.rpcidl.runtime.registry;

import org.jspecify.annotations.NullMarked;
