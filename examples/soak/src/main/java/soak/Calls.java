package soak;

import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import soak.v1.Parcel;
import soak.v1.RefusedException;
import soak.v1.Soak;
import soak.v1.SoakAsync;

/**
 * The calls of one worker on one route. Each has a token of its own, blocks or does not, as chance will have it, and is
 * checked: a wrong outcome is {@link Wrong}, a failed call the {@link RpcException} that says so.
 */
class Calls {

    private static final int PATIENCE_SECONDS = 30;
    private static final int LARGE = 256 * 1024;

    final Soak soak;
    final SoakAsync async;
    final RandomGenerator random;
    private final Route route;
    private final Service service;
    private final String name;
    private long count;

    Calls(Route route, Service service, String name, RandomGenerator random) {
        this.route = route;
        this.service = service;
        this.name = name;
        this.random = random;
        this.soak = route.blocking();
        this.async = route.async();
    }

    String token() {
        return name + "#" + count++ + "-" + random.nextInt(1_000_000);
    }

    /** Waits for a future, and throws what it failed with as a blocking stub would. */
    static <T> T get(CompletableFuture<T> future) throws InterruptedException {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RpcException failure) {
                throw failure;
            }
            throw new Wrong("failed with " + e.getCause());
        } catch (TimeoutException e) {
            throw new Wrong("no outcome within " + PATIENCE_SECONDS + " s");
        }
    }

    void small() throws InterruptedException {
        echo(random.nextInt(200));
    }

    void large() throws InterruptedException {
        echo(random.nextInt(LARGE));
    }

    private void echo(int length) throws InterruptedException {
        Parcel parcel = parcel(length);
        Parcel reply = random.nextBoolean() ? soak.echo(parcel) : get(async.echo(parcel));
        Wrong.unlessEqual(parcel, reply);
    }

    private Parcel parcel(int length) {
        String token = token();
        return Parcel.builder().token(token).text(Service.text(token, length)).build();
    }

    /** Many at once on one connection. */
    void burst() throws InterruptedException {
        List<Parcel> parcels = new ArrayList<>();
        List<CompletableFuture<Parcel>> replies = new ArrayList<>();
        for (int i = random.nextInt(2, 40); i > 0; i--) {
            Parcel parcel = parcel(random.nextInt(2_000));
            parcels.add(parcel);
            replies.add(async.echo(parcel));
        }
        RpcException failure = null;
        for (int i = 0; i < parcels.size(); i++) {
            try {
                Wrong.unlessEqual(parcels.get(i), get(replies.get(i)));
            } catch (RpcException e) {
                failure = e; // the others may go well, and are looked at
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    void oneway() throws InterruptedException {
        String token = token();
        CountDownLatch arrived = service.expect(token);
        try {
            if (random.nextBoolean()) {
                soak.note(token);
            } else {
                get(async.note(token));
            }
            boolean came = arrived.await(route.losesNotes() ? 1 : 10, TimeUnit.SECONDS);
            if (!came) {
                throw new RpcException(Status.maybeProcessed(StatusCode.UNAVAILABLE, "a oneway call has not arrived"));
            }
        } finally {
            service.forget(token);
        }
    }

    void typedError() throws InterruptedException {
        String token = token();
        try {
            Object reply = random.nextBoolean() ? soak.refuse(token) : get(async.refuse(token));
            throw new Wrong("refuse answered " + reply);
        } catch (RefusedException e) {
            Wrong.unlessEqual(token, e.token());
            Wrong.unlessEqual("as it should", e.status().message());
        }
    }

    /** The time passes while the handler runs. */
    void late() throws InterruptedException {
        CallOptions options = CallOptions.DEFAULT.withTimeout(Duration.ofMillis(random.nextInt(10, 60)));
        try {
            String reply = random.nextBoolean()
                    ? soak.with(options).sleep(token(), Service.TOO_LONG_MILLIS)
                    : get(async.with(options).sleep(token(), Service.TOO_LONG_MILLIS));
            throw new Wrong("answered " + reply + " after the deadline");
        } catch (RpcException e) {
            if (e.code() != StatusCode.DEADLINE_EXCEEDED) {
                throw e;
            }
        }
    }

    /** The time may pass anywhere. */
    void hurried() throws InterruptedException {
        CallOptions options = CallOptions.DEFAULT.withTimeout(Duration.ofMillis(random.nextInt(1, 4)));
        String token = token();
        try {
            String reply = random.nextBoolean()
                    ? soak.with(options).sleep(token, 0)
                    : get(async.with(options).sleep(token, 0));
            Wrong.unlessEqual(token, reply);
        } catch (RpcException e) {
            if (e.code() != StatusCode.DEADLINE_EXCEEDED) {
                throw e;
            }
        }
    }

    /** The caller gives up; whether its handler hears of it is seen by {@link Service#overslept}. */
    void cancelled() throws InterruptedException {
        CompletableFuture<String> reply = async.sleep(token(), Service.TOO_LONG_MILLIS);
        Thread.sleep(random.nextInt(30));
        boolean failedBefore = reply.isCompletedExceptionally();
        reply.cancel(true);
        if (failedBefore) {
            get(reply);
        }
        Wrong.unless(reply.isDone(), "a cancelled call is not over");
    }
}
