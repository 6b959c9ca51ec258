package io.rpcidl.runtime.client;

import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Payload;
import java.util.concurrent.Flow;

/** The items of a call: once a connection has taken them the call cannot be sent to another server. */
final class Untaken implements Flow.Publisher<Payload> {

    private final Flow.Publisher<Payload> items;
    private volatile boolean taken;

    private Untaken(Flow.Publisher<Payload> items) {
        this.items = items;
    }

    /** Returns a call whose items, if it has any, are watched. */
    static Call of(Call call) {
        return call.items() == null ? call : call.withItems(new Untaken(call.items()));
    }

    /** Returns whether a call that is watched can still be sent as a whole. */
    static boolean isWhole(Call call) {
        return !(call.items() instanceof Untaken items) || !items.taken;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Payload> subscriber) {
        taken = true;
        items.subscribe(subscriber);
    }
}
