package io.rpcidl.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.observe.AttemptObserver;
import io.rpcidl.runtime.observe.CallListener;
import io.rpcidl.runtime.observe.CallObserver;
import io.rpcidl.transport.Peer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times calls with Micrometer: the meters of gRPC's proposal A66, named {@code rpc.…} instead of {@code grpc.…}.
 * One for a registry is enough, for clients and servers alike.
 *
 * <pre>{@code
 * CallMetrics metrics = new CallMetrics(registry);
 * RpcServer.builder().add(handler).listener(metrics).start();
 * RpcClient.builder(target).listener(metrics).build();
 * }</pre>
 *
 * <table>
 * <caption>Meters</caption>
 * <tr><th>name</th><th>what</th><th>tags</th></tr>
 * <tr><td>{@code rpc.client.attempt.started}</td><td>counter of attempts</td><td>method</td></tr>
 * <tr><td>{@code rpc.client.attempt.duration}</td><td>timer</td><td>method, status</td></tr>
 * <tr><td>{@code rpc.client.attempt.sent}, {@code .received}</td><td>bytes of an attempt's messages</td>
 *     <td>method, status</td></tr>
 * <tr><td>{@code rpc.client.call.duration}</td><td>timer, over all attempts of a call</td><td>method, status</td></tr>
 * <tr><td>{@code rpc.server.call.started}</td><td>counter of calls</td><td>method</td></tr>
 * <tr><td>{@code rpc.server.call.duration}</td><td>timer</td><td>method, status</td></tr>
 * <tr><td>{@code rpc.server.call.sent}, {@code .received}</td><td>bytes of a call's messages</td>
 *     <td>method, status</td></tr>
 * <tr><td>{@code rpc.server.refused}</td><td>counter of requests that never became calls</td><td>method, status</td></tr>
 * </table>
 *
 * {@code method} is {@code service.method}, {@code status} a code or {@code OK}. Bytes are those of whole messages before
 * compression. Other tags, such as a client's target, are given to the constructor.
 */
public final class CallMetrics implements CallListener {

    private final Meters attempts;
    private final Meters clientCalls;
    private final Meters serverCalls;
    private final Meters refusals;

    /** Makes one that has its meters in a registry; {@code tags} are on all of them. */
    public CallMetrics(MeterRegistry registry, Tag... tags) {
        List<Tag> all = List.of(tags);
        this.attempts = new Meters(registry, "rpc.client.attempt", all);
        this.clientCalls = new Meters(registry, "rpc.client.call", all);
        this.serverCalls = new Meters(registry, "rpc.server.call", all);
        this.refusals = new Meters(registry, "rpc.server.refused", all);
    }

    @Override
    public CallObserver clientCall(Call call) {
        String method = call.method().fullName();
        return new CallObserver() {
            @Override
            public AttemptObserver attempt(String peer) {
                return new Sizes(attempts, method);
            }

            @Override
            public void ended(@Nullable Status failure, Duration elapsed) {
                clientCalls.of(method, failure).duration().record(elapsed);
            }
        };
    }

    @Override
    public CallObserver serverCall(Call call) {
        String method = call.method().fullName();
        return new CallObserver() {
            @Override
            public AttemptObserver attempt(String peer) {
                return new Sizes(serverCalls, method);
            }
        };
    }

    @Override
    public void refused(String method, Peer peer, Status status) {
        refusals.refused(method, status).increment();
    }

    /** What one attempt of a client, or the one of a server, adds up to. */
    private static final class Sizes implements AttemptObserver {

        private final Meters meters;
        private final String method;
        private final LongAdder sent = new LongAdder();
        private final LongAdder received = new LongAdder();

        Sizes(Meters meters, String method) {
            this.meters = meters;
            this.method = method;
            meters.started(method).increment();
        }

        @Override
        public void sent(int bytes) {
            sent.add(bytes);
        }

        @Override
        public void received(int bytes) {
            received.add(bytes);
        }

        @Override
        public void ended(@Nullable Status failure, Duration elapsed) {
            Meters.Ended ended = meters.of(method, failure);
            ended.duration().record(elapsed);
            ended.sent().record(sent.sum());
            ended.received().record(received.sum());
        }
    }
}
