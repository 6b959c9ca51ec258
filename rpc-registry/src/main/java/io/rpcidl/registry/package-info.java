/**
 * Finding servers: the interface of a registry, how one is opened by its URI, the targets that need no registry, and what a
 * client remembers of servers when nobody tells it any more. It knows no calls. Registries that are programs of their own are
 * in modules of their own, found by {@link java.util.ServiceLoader}.
 */
@NullMarked
package io.rpcidl.registry;

import org.jspecify.annotations.NullMarked;
