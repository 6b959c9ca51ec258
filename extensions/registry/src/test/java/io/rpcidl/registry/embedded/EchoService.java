package io.rpcidl.registry.embedded;

import io.rpcidl.registry.embedded.testing.Echo;
import io.rpcidl.registry.embedded.testing.EchoHandler;
import java.util.concurrent.atomic.AtomicInteger;

/** A service to be found. */
final class EchoService implements EchoHandler {

    /** Calls so far. */
    final AtomicInteger echoes = new AtomicInteger();

    @Override
    public String echo(Echo.EchoRequest request) {
        echoes.incrementAndGet();
        return request.text();
    }
}
