package io.rpcidl.runtime.interop;

import java.util.concurrent.Flow;

/** A subscription to what never has an item and never ends. */
final class Endless implements Flow.Subscription {

    @Override
    public void request(long items) {}

    @Override
    public void cancel() {}
}
