package soak;

import io.rpcidl.runtime.RpcException;

/** Makes one call after the other on a route, and has each outcome written down. */
record Worker(Route route, Calls calls, Ledger ledger, Stop stop) implements Runnable {

    private static final int LONGEST_PAUSE_MILLIS = 10;

    @Override
    public void run() {
        while (!stop.pause(calls.random.nextInt(LONGEST_PAUSE_MILLIS))) {
            Kind kind = Kind.any(calls.random);
            try {
                kind.body.call(calls);
                ledger.right(kind);
            } catch (RpcException e) {
                ledger.failed(route, kind, e);
            } catch (Exception e) {
                ledger.unexplained(route.name() + ", " + kind + ": " + e);
            }
        }
    }
}
