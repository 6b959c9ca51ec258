package io.rpcidl.runtime.client;

import io.rpcidl.registry.Instance;
import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Invoker;
import io.rpcidl.runtime.Processed;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.transport.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each call of one service to the server that a {@link LoadBalancer} chooses. A server that cannot be reached is
 * passed over at once: the call goes to another one as long as it is certain that no server has seen it. Safe for any number
 * of threads.
 */
final class Balancer implements Invoker {

    private static final Logger LOG = LoggerFactory.getLogger(Balancer.class);

    private static final int MAX_ATTEMPTS = 5;

    /** The servers of what was known when they were listed. */
    private record Listed(Servers.Known known, List<Candidate> servers) {}

    private final String service;
    private final Servers servers;
    private final Function<Instance, EndpointChannel> channels;
    private final LoadBalancer policy;
    private final Runnable refresh;
    private volatile @Nullable Listed listed;

    /**
     * Makes a balancer.
     *
     * @param channels finds the channel of a server
     * @param refresh asks for another list, where none of the servers on it could be reached
     */
    Balancer(
            String service,
            Servers servers,
            Function<Instance, EndpointChannel> channels,
            LoadBalancer policy,
            Runnable refresh) {
        this.service = service;
        this.servers = servers;
        this.channels = channels;
        this.policy = policy;
        this.refresh = refresh;
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
        return attempt(Untaken.of(call), servers(known, known.instances()), List.of());
    }

    private List<Candidate> servers(Servers.Known known, List<Instance> instances) {
        Listed last = listed;
        if (last == null || last.known() != known) {
            List<Candidate> all = instances.stream()
                    .map(instance -> (Candidate) new Server(instance, channels))
                    .toList();
            last = new Listed(known, all);
            listed = last;
        }
        return last.servers();
    }

    /**
     * Sends a call to one of some servers.
     *
     * @param untried those that it was not sent to
     * @param reasons why the others were passed over
     */
    private CompletableFuture<Reply> attempt(Call call, List<Candidate> untried, List<String> reasons) {
        Server server = chosen(call, reachable(untried));
        if (server == null) {
            Status status = Status.notProcessed(StatusCode.INTERNAL, "the load balancer failed: see the log");
            return CompletableFuture.completedFuture(new Reply.Failure(status));
        }
        if (call.trace() != null) {
            call.trace().attempt(server.instance().endpoint());
        }
        CompletableFuture<Reply> reply = server.channel().invoke(call);
        return reply.thenCompose(done -> done instanceof Reply.Failure failure && mayMoveOn(call, failure.status())
                ? moveOn(call, untried, server, with(reasons, failure.status().message()), failure.status())
                : reply);
    }

    private CompletableFuture<Reply> moveOn(
            Call call, List<Candidate> untried, Server server, List<String> reasons, Status last) {
        String tried = " could be reached, tried " + String.join("; ", reasons);
        if (call.deadline().isExpired()) {
            return failed(StatusCode.DEADLINE_EXCEEDED, "the deadline passed before a server of " + service + tried);
        }
        if (untried.size() > 1 && reasons.size() < MAX_ATTEMPTS) {
            List<Candidate> rest =
                    untried.stream().filter(each -> each != server).toList();
            return attempt(call, rest, reasons);
        }
        refresh.run();
        Status none = Status.notProcessed(StatusCode.UNAVAILABLE, "no server of " + service + tried);
        return CompletableFuture.completedFuture(new Reply.Failure(none.withRetryAfter(last.retryAfter())));
    }

    /** Leaves out those that were unreachable a moment ago, unless all were. Makes no list where none was. */
    private static List<Candidate> reachable(List<Candidate> all) {
        long now = System.nanoTime();
        for (int i = 0; i < all.size() && all.size() > 1; i++) {
            if (((Server) all.get(i)).isDown(now)) {
                List<Candidate> up = all.stream()
                        .filter(each -> !((Server) each).isDown(now))
                        .toList();
                return up.isEmpty() ? all : up;
            }
        }
        return all;
    }

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

    private static List<String> with(List<String> reasons, String another) {
        List<String> more = new ArrayList<>(reasons);
        more.add(another);
        return more;
    }

    private static boolean mayMoveOn(Call call, Status status) {
        return status.code() == StatusCode.UNAVAILABLE && status.processed() == Processed.NO && Untaken.isWhole(call);
    }

    private static CompletableFuture<Reply> failed(String message) {
        return failed(StatusCode.UNAVAILABLE, message);
    }

    private static CompletableFuture<Reply> failed(StatusCode code, String message) {
        return CompletableFuture.completedFuture(new Reply.Failure(Status.notProcessed(code, message)));
    }
}
