package io.rpcidl.runtime.stub;

import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Channel;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.stub.ServiceDefinition.Binding;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/**
 * What all generated fakes have in common: a service without a server, for tests of those who call it. Its stubs check and
 * encode what they send and decode what they get, as real ones do; an answer runs on the thread that calls, that of a
 * stream on one of its own. Safe for any number of threads; answers may be set at any time, the last one counts.
 */
public abstract class Fake {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final ServiceDefinition answers;
    private final List<Object> calls = new CopyOnWriteArrayList<>();

    /** Makes a fake without answers; {@code service} is the service's name on the wire. */
    protected Fake(String service) {
        this.answers = new ServiceDefinition(service);
    }

    /** Returns the parameters of all calls so far, each as its method's request record, in the order of their arrival. */
    public final List<Object> calls() {
        return List.copyOf(calls);
    }

    /** Returns where answers are set. */
    protected final ServiceDefinition answers() {
        return answers;
    }

    /** Returns what this fake's stubs call through. */
    protected final Channel channel() {
        return new Direct();
    }

    private Optional<Binding<?, ?>> answer(String method) {
        return answers.bindings().stream()
                .filter(each -> each.method().methodName().equals(method))
                .reduce((earlier, later) -> later);
    }

    private final class Direct implements Channel {

        @Override
        public CompletableFuture<Reply> invoke(Call call) {
            CompletableFuture<Reply> reply = new CompletableFuture<>();
            calls.add(call.params().readWith(call.method().params()));
            Optional<Binding<?, ?>> answer = answer(call.method().methodName());
            if (answer.isEmpty()) {
                String message = "the fake has no answer for " + call.method().fullName();
                reply.complete(new Reply.Failure(Status.notProcessed(StatusCode.UNIMPLEMENTED, message)));
            } else if (call.method().kind().isStream()) {
                Thread thread = new Thread(() -> Skeleton.run(call, answer.get(), callbackExecutor(), reply), "fake");
                thread.setDaemon(true);
                thread.start();
            } else {
                Skeleton.run(call, answer.get(), callbackExecutor(), reply);
            }
            return reply;
        }

        @Override
        public Duration defaultTimeout() {
            return TIMEOUT;
        }

        @Override
        public Executor callbackExecutor() {
            return Runnable::run;
        }
    }
}
