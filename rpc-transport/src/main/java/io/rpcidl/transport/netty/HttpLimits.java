package io.rpcidl.transport.netty;

import java.time.Duration;

/**
 * What a request in HTTP may be.
 *
 * @param maxBytes of its body
 * @param requestTimeout how long it may take, or may not come, on an open connection
 */
public record HttpLimits(int maxBytes, Duration requestTimeout) {}
