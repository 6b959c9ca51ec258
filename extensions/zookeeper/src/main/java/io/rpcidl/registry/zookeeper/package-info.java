/**
 * Finding servers in a ZooKeeper: {@code zk://host:port,host:port/path}. {@link io.rpcidl.registry.zookeeper.ZooKeeperRegistry} is
 * the door; it is found by its scheme, and has a builder for what does not belong into a URI. Nobody else sees ZooKeeper or Curator.
 *
 * <p>Below the path, {@code instances} has a node for each server, named by its id, whose value is
 * {@link io.rpcidl.registry.Instance#toJson}. The nodes are ephemeral: a server's lease is its session.
 */
@NullMarked
package io.rpcidl.registry.zookeeper;

import org.jspecify.annotations.NullMarked;
