package io.rpcidl.runtime.client;

import io.rpcidl.registry.Instance;
import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Invoker;
import io.rpcidl.runtime.Processed;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.OneLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each call of one service to the server that a {@link LoadBalancer} chooses, and sends it again where that is right. A
 * server that cannot be reached is passed over at once: the call goes to another one as long as it is certain that no server has
 * seen it. What else fails may be repeated after a while, as {@link Retries} say. Safe for any number of threads.
 */
final class Balancer implements Invoker {

    private static final Logger LOG = LoggerFactory.getLogger(Balancer.class);

    private static final int MAX_PASSED_OVER = 5;

    /**
     * What became of a call so far.
     *
     * @param attempt which of them this is, from 1; servers that are passed over make no attempt
     * @param untried the servers that this attempt has not gone to
     * @param reasons why the others were passed over
     * @param refusals how often servers had no room for it
     * @param lately where it failed last, or null
     */
    private record Tries(
            int attempt,
            int refusals,
            List<Candidate> untried,
            List<String> reasons,
            @Nullable Endpoint lately) {

        static final Tries NONE = new Tries(1, 0, List.of(), List.of(), null);

        Tries over(List<Candidate> servers) {
            return new Tries(attempt, refusals, servers, List.of(), lately);
        }

        Tries refused(Server server) {
            return new Tries(
                    attempt,
                    refusals + 1,
                    List.of(),
                    List.of(),
                    server.instance().endpoint());
        }

        Tries failed(@Nullable Endpoint where) {
            return new Tries(attempt + 1, refusals, List.of(), List.of(), where);
        }

        Tries without(Server server, String reason) {
            List<String> more = new ArrayList<>(reasons);
            more.add(reason);
            List<Candidate> rest =
                    untried.stream().filter(each -> each != server).toList();
            return new Tries(attempt, refusals, rest, more, null);
        }
    }

    private final String service;
    private final Servers servers;
    private final Fleet fleet;
    private final LoadBalancer policy;
    private final Retries retries;
    private final Runnable refresh;

    /**
     * Makes a balancer.
     *
     * @param refresh asks for another list, where none of the servers on it could be reached
     */
    Balancer(String service, Servers servers, Fleet fleet, LoadBalancer policy, Retries retries, Runnable refresh) {
        this.service = service;
        this.servers = servers;
        this.fleet = fleet;
        this.policy = policy;
        this.retries = retries;
        this.refresh = refresh;
    }

    @Override
    public CompletableFuture<Reply> invoke(Call call) {
        CompletableFuture<Servers.Known> known = servers.known();
        if (known.isDone()) {
            return begin(Untaken.of(call), Tries.NONE);
        }
        // only the wait ends here: once a server is chosen, whoever has sent the call knows more of it
        CompletableFuture<@Nullable Reply> waited = known.thenApply(now -> null);
        call.cancellation().onCancel(() -> waited.complete(cancelled()));
        String message = "the deadline passed while the registry was asked for servers of " + service;
        Reply late = failure(StatusCode.DEADLINE_EXCEEDED, message);
        return waited.completeOnTimeout(late, call.deadline().remainingMillis(), TimeUnit.MILLISECONDS)
                .thenCompose(over ->
                        over == null ? begin(Untaken.of(call), Tries.NONE) : CompletableFuture.completedFuture(over));
    }

    private CompletableFuture<Reply> begin(Call call, Tries tries) {
        Servers.Known known = servers.known().join();
        List<Instance> instances = known.instances();
        if (instances == null) {
            return failed("no server of " + service + " is known: " + known.reason());
        }
        if (instances.isEmpty()) {
            return failed("no server provides " + service);
        }
        return send(call, tries.over(fleet.of(known, instances)));
    }

    private CompletableFuture<Reply> send(Call call, Tries tries) {
        Server server = chosen(call, fleet.available(tries.untried(), tries.lately()));
        if (server == null) {
            return CompletableFuture.completedFuture(
                    failure(StatusCode.INTERNAL, "the load balancer failed: see the log"));
        }
        if (call.trace() != null) {
            call.trace().attempt(server.instance().endpoint());
        }
        EndpointChannel channel = server.channel();
        long sent = System.nanoTime();
        CompletableFuture<Reply> reply = channel.invoke(call);
        return reply.thenCompose(done -> {
            if (done instanceof Reply.Failure failure) {
                server.failed(failure.status());
                fleet.failed();
                return next(call, tries, server, channel, sent, failure);
            }
            channel.taken();
            server.health().succeeded();
            retries.succeeded();
            return reply;
        });
    }

    // ---- what follows a failure

    private CompletableFuture<Reply> next(
            Call call, Tries tries, Server server, EndpointChannel channel, long sent, Reply.Failure failure) {
        Status status = failure.status();
        if (mayPassOver(call, status)) {
            return passOver(call, tries.without(server, status.message()), status);
        }
        if (retries.isRefusal(status)) {
            channel.refused(sent);
            Duration wait = retries.giveWay(call, status, tries.refusals());
            return later(call, tries.refused(server), wait, failure);
        }
        Tries next = tries.failed(server.instance().endpoint());
        return later(call, next, retries.wait(call, status, tries.attempt()), failure);
    }

    private CompletableFuture<Reply> passOver(Call call, Tries tries, Status last) {
        if (!tries.untried().isEmpty()
                && tries.reasons().size() < MAX_PASSED_OVER
                && !call.deadline().isExpired()) {
            return send(call, tries);
        }
        String tried = " could be reached, tried " + String.join("; ", tries.reasons());
        if (call.deadline().isExpired()) {
            return CompletableFuture.completedFuture(
                    failure(StatusCode.DEADLINE_EXCEEDED, "the deadline passed before a server of " + service + tried));
        }
        refresh.run();
        Status none = Status.notProcessed(StatusCode.UNAVAILABLE, "no server of " + service + tried);
        Reply.Failure failure = new Reply.Failure(none.withRetryAfter(last.retryAfter()));
        return later(call, tries.failed(null), retries.wait(call, failure.status(), tries.attempt()), failure);
    }

    /** Sends a call once more after a wait; without one the failure is its answer. */
    private CompletableFuture<Reply> later(Call call, Tries next, @Nullable Duration wait, Reply.Failure failure) {
        if (wait == null) {
            return CompletableFuture.completedFuture(failure);
        }
        CompletableFuture<@Nullable Reply> waited = new CompletableFuture<>();
        waited.completeOnTimeout(null, wait.toNanos(), TimeUnit.NANOSECONDS);
        call.cancellation().onCancel(() -> waited.complete(cancelled()));
        return waited.thenCompose(over -> over == null ? begin(call, next) : CompletableFuture.completedFuture(over));
    }

    private static boolean mayPassOver(Call call, Status status) {
        return status.code() == StatusCode.UNAVAILABLE && status.processed() == Processed.NO && Untaken.isWhole(call);
    }

    // ---- which server

    /** Asks the policy if there is a choice; returns null if it breaks its rules. */
    private @Nullable Server chosen(Call call, List<Candidate> candidates) {
        if (candidates.size() == 1) {
            return (Server) candidates.get(0);
        }
        try {
            Candidate chosen = policy.choose(call, candidates);
            for (int i = 0; i < candidates.size(); i++) {
                if (candidates.get(i) == chosen) {
                    return (Server) chosen;
                }
            }
            LOG.error(
                    "{} chose {}, which is none of the candidates",
                    policy.getClass().getName(),
                    chosen);
        } catch (RuntimeException | Error e) {
            LOG.error("{} failed", policy.getClass().getName(), OneLine.of(e));
        }
        return null;
    }

    private static Reply cancelled() {
        return failure(StatusCode.CANCELLED, "cancelled by the caller");
    }

    private static CompletableFuture<Reply> failed(String message) {
        return CompletableFuture.completedFuture(failure(StatusCode.UNAVAILABLE, message));
    }

    private static Reply failure(StatusCode code, String message) {
        return new Reply.Failure(Status.notProcessed(code, message));
    }
}
