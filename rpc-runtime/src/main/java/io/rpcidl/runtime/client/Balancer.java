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

    private static final Status CANCELLED = Status.notProcessed(StatusCode.CANCELLED, "cancelled by the caller");

    /**
     * What became of a call so far.
     *
     * @param attempt which of them this is, from 1; servers that are passed over make no attempt
     * @param untried the servers that this attempt has not gone to
     * @param reasons why the others were passed over
     * @param refusals how often servers had no room for it
     * @param lately where it failed last, or null
     * @param begun whether a server may have begun it
     */
    private record Tries(
            int attempt,
            int refusals,
            List<Candidate> untried,
            List<String> reasons,
            @Nullable Endpoint lately,
            boolean begun) {

        static final Tries NONE = new Tries(1, 0, List.of(), List.of(), null, false);

        Tries over(List<Candidate> servers) {
            return new Tries(attempt, refusals, servers, List.of(), lately, begun);
        }

        Tries refused(Server server) {
            return new Tries(
                    attempt,
                    refusals + 1,
                    List.of(),
                    List.of(),
                    server.instance().endpoint(),
                    begun);
        }

        Tries failed(@Nullable Endpoint where, Status status) {
            boolean may = begun || status.processed() != Processed.NO;
            return new Tries(attempt + 1, refusals, List.of(), List.of(), where, may);
        }

        /** Returns how the call fails: what an earlier attempt may have begun is not said to be untouched. */
        CompletableFuture<Reply> end(Status status) {
            boolean wrong = begun && status.processed() == Processed.NO;
            Status said = wrong
                    ? Status.maybeProcessed(status.code(), status.message()).withRetryAfter(status.retryAfter())
                    : status;
            return CompletableFuture.completedFuture(new Reply.Failure(said));
        }

        Tries without(Server server, String reason) {
            List<String> more = new ArrayList<>(reasons);
            more.add(reason);
            List<Candidate> rest =
                    untried.stream().filter(each -> each != server).toList();
            return new Tries(attempt, refusals, rest, more, null, begun);
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
        call.cancellation().onCancel(() -> waited.complete(new Reply.Failure(CANCELLED)));
        String message = "the deadline passed while the registry was asked for servers of " + service;
        Reply late = new Reply.Failure(Status.notProcessed(StatusCode.DEADLINE_EXCEEDED, message));
        return waited.completeOnTimeout(late, call.deadline().remainingMillis(), TimeUnit.MILLISECONDS)
                .thenCompose(over ->
                        over == null ? begin(Untaken.of(call), Tries.NONE) : CompletableFuture.completedFuture(over));
    }

    private CompletableFuture<Reply> begin(Call call, Tries tries) {
        Servers.Known known = servers.known().join();
        List<Instance> instances = known.instances();
        if (instances == null) {
            return tries.end(unavailable("no server of " + service + " is known: " + known.reason()));
        }
        if (instances.isEmpty()) {
            return tries.end(unavailable("no server provides " + service));
        }
        return send(call, tries.over(fleet.of(known, instances)));
    }

    private CompletableFuture<Reply> send(Call call, Tries tries) {
        Server server = chosen(call, fleet.available(tries.untried(), tries.lately()));
        if (server == null) {
            return tries.end(Status.notProcessed(StatusCode.INTERNAL, "the load balancer failed: see the log"));
        }
        if (call.trace() != null) {
            call.trace().attempt(server.instance().endpoint());
        }
        EndpointChannel channel = server.channel();
        long sent = System.nanoTime();
        AttemptReply reply = new AttemptReply(done -> {
            if (done instanceof Reply.Failure failure) {
                server.failed(failure.status());
                fleet.failed();
                return next(call, tries, server, channel, sent, failure.status());
            }
            channel.taken();
            server.health().succeeded();
            retries.succeeded();
            return null;
        });
        channel.send(call, reply);
        return reply;
    }

    // ---- what follows a failure

    private CompletableFuture<Reply> next(
            Call call, Tries tries, Server server, EndpointChannel channel, long sent, Status status) {
        if (status.processed() != Processed.NO) {
            channel.taken();
        }
        if (mayPassOver(call, status)) {
            return passOver(call, tries.without(server, status.message()), status);
        }
        if (retries.isRefusal(status)) {
            if (retries.isForRoom(status)) {
                channel.refused(sent);
            }
            return later(call, tries, tries.refused(server), retries.giveWay(call, status, tries.refusals()), status);
        }
        Tries next = tries.failed(server.instance().endpoint(), status);
        return later(call, tries, next, retries.untilNext(call, status, tries.attempt()), status);
    }

    private CompletableFuture<Reply> passOver(Call call, Tries tries, Status last) {
        boolean late = call.deadline().isExpired();
        if (!tries.untried().isEmpty() && tries.reasons().size() < MAX_PASSED_OVER && !late) {
            return send(call, tries);
        }
        String tried = " could be reached, tried " + String.join("; ", tries.reasons());
        if (late) {
            String message = "the deadline passed before a server of " + service + tried;
            return tries.end(Status.notProcessed(StatusCode.DEADLINE_EXCEEDED, message));
        }
        refresh.run();
        Status none = unavailable("no server of " + service + tried).withRetryAfter(last.retryAfter());
        return later(call, tries, tries.failed(null, none), retries.untilNext(call, none, tries.attempt()), none);
    }

    /** Sends a call once more after a wait; without one it has failed. On another thread: nobody's timer is held up. */
    private CompletableFuture<Reply> later(Call call, Tries now, Tries next, @Nullable Duration wait, Status status) {
        if (wait == null) {
            return now.end(status);
        }
        CompletableFuture<@Nullable Status> waited = retries.pause(wait);
        call.cancellation().onCancel(() -> waited.complete(CANCELLED));
        return waited.thenComposeAsync(over -> over == null ? begin(call, next) : next.end(over));
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

    private static Status unavailable(String message) {
        return Status.notProcessed(StatusCode.UNAVAILABLE, message);
    }
}
