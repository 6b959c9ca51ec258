package io.rpcidl.runtime.client;

import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Invoker;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.Processed;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.registry.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends the calls of one service to its servers in turn. A server that cannot be reached is passed over at once: the
 * call goes to the next one as long as it is certain that no server has seen it. Safe for any number of threads.
 */
final class Balancer implements Invoker {

    private static final int MAX_ATTEMPTS = 5;

    private final String service;
    private final Servers servers;
    private final Function<Instance, EndpointChannel> channels;
    private final AtomicInteger turn = new AtomicInteger();

    Balancer(String service, Servers servers, Function<Instance, EndpointChannel> channels) {
        this.service = service;
        this.servers = servers;
        this.channels = channels;
    }

    @Override
    public CompletableFuture<Reply> invoke(Call call) {
        CompletableFuture<Servers.Known> known = servers.known();
        if (known.isDone()) {
            return choose(call, known.join());
        }
        // only the wait ends here: once a server is chosen, whoever has sent the call knows more of it
        CompletableFuture<@Nullable Reply> waited = known.thenApply(now -> null);
        Reply cancelled = new Reply.Failure(Status.notProcessed(StatusCode.CANCELLED, "cancelled by the caller"));
        call.cancellation().onCancel(() -> waited.complete(cancelled));
        String message = "the deadline passed while the registry was asked for servers of " + service;
        Reply late = new Reply.Failure(Status.notProcessed(StatusCode.DEADLINE_EXCEEDED, message));
        return waited.completeOnTimeout(late, call.deadline().remainingMillis(), TimeUnit.MILLISECONDS)
                .thenCompose(
                        over -> over == null ? choose(call, known.join()) : CompletableFuture.completedFuture(over));
    }

    private CompletableFuture<Reply> choose(Call call, Servers.Known known) {
        if (known.instances() == null) {
            return failed("no server of " + service + " is known: " + known.reason());
        }
        if (known.instances().isEmpty()) {
            return failed("no server provides " + service);
        }
        Call once = call.items() == null ? call : call.withItems(new Untaken(call.items()));
        return attempt(once, inTurn(known.instances()), 0, new ArrayList<>());
    }

    /** The items of a call: once a connection has taken them the call cannot be sent to another server. */
    private static final class Untaken implements Flow.Publisher<Payload> {

        private final Flow.Publisher<Payload> items;
        private volatile boolean taken;

        Untaken(Flow.Publisher<Payload> items) {
            this.items = items;
        }

        @Override
        public void subscribe(Flow.Subscriber<? super Payload> subscriber) {
            taken = true;
            items.subscribe(subscriber);
        }
    }

    /** Lists the servers from the next one on, those that were unreachable a moment ago last. */
    private List<EndpointChannel> inTurn(List<Instance> instances) {
        int size = instances.size();
        int first = size == 1 ? 0 : Math.floorMod(turn.getAndIncrement(), size);
        List<EndpointChannel> up = new ArrayList<>(size);
        List<EndpointChannel> down = new ArrayList<>(0);
        long now = System.nanoTime();
        for (int i = 0; i < size; i++) {
            EndpointChannel channel = channels.apply(instances.get((first + i) % size));
            (channel.isDown(now) ? down : up).add(channel);
        }
        up.addAll(down);
        return up;
    }

    private CompletableFuture<Reply> attempt(Call call, List<EndpointChannel> order, int index, List<String> tried) {
        EndpointChannel server = order.get(index);
        if (call.trace() != null) {
            call.trace().attempt(server.endpoint());
        }
        CompletableFuture<Reply> reply = server.invoke(call);
        return reply.thenCompose(done -> {
            if (!(done instanceof Reply.Failure failure) || !mayMoveOn(call, failure.status())) {
                return reply;
            }
            tried.add(failure.status().message());
            String reasons = " could be reached, tried " + String.join("; ", tried);
            if (call.deadline().isExpired()) {
                return failed(
                        StatusCode.DEADLINE_EXCEEDED, "the deadline passed before a server of " + service + reasons);
            }
            int next = index + 1;
            if (next < order.size() && next < MAX_ATTEMPTS) {
                return attempt(call, order, next, tried);
            }
            Status none = Status.notProcessed(StatusCode.UNAVAILABLE, "no server of " + service + reasons);
            return CompletableFuture.completedFuture(
                    new Reply.Failure(none.withRetryAfter(failure.status().retryAfter())));
        });
    }

    private static boolean mayMoveOn(Call call, Status status) {
        boolean whole = !(call.items() instanceof Untaken items) || !items.taken;
        return whole && status.code() == StatusCode.UNAVAILABLE && status.processed() == Processed.NO;
    }

    private static CompletableFuture<Reply> failed(String message) {
        return failed(StatusCode.UNAVAILABLE, message);
    }

    private static CompletableFuture<Reply> failed(StatusCode code, String message) {
        return CompletableFuture.completedFuture(new Reply.Failure(Status.notProcessed(code, message)));
    }
}
