/**
 * What every server serves beside what it is there for: {@code rpc.health.v1} says whether it is of use,
 * {@code rpc.describe.v1} what it serves. Users see {@link io.rpcidl.runtime.service.ServerHealth} and the stubs generated
 * from both contracts; the rest is for the server.
 */
@NullMarked
package io.rpcidl.runtime.service;

import org.jspecify.annotations.NullMarked;
