package io.rpcidl.runtime;

import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * What stubs call through: a client, or a part of one. Safe for any number of threads.
 *
 * <pre>{@code
 * Channel channel = RpcClient.connect("rpc://127.0.0.1:4000");
 * Catalog catalog = Catalog.stub(channel);
 * }</pre>
 */
public interface Channel extends Invoker {

    /** Returns the time that a call has if its caller says nothing. */
    Duration defaultTimeout();

    /** Returns where the futures of asynchronous stubs complete. */
    Executor callbackExecutor();
}
