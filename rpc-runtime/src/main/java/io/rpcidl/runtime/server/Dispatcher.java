package io.rpcidl.runtime.server;

import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Invoker;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.ServerCall;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.stub.ServiceDefinition.Binding;
import io.rpcidl.runtime.stub.Skeleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the code behind a method: on the thread that brings the call if it never blocks, else on a worker thread. A call whose deadline passed, or that was cancelled, while it waited
 * for a thread is not started.
 */
final class Dispatcher implements Invoker {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Router router;
    private final Executor workers;

    Dispatcher(Router router, Executor workers) {
        this.router = router;
        this.workers = workers;
    }

    @Override
    public CompletableFuture<Reply> invoke(Call call) {
        MethodDescriptor<?, ?> method = call.method();
        Binding<?, ?> binding = router.find(method.serviceName(), method.methodName());
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        if (binding == null) {
            reply.complete(failure(Status.notProcessed(StatusCode.UNIMPLEMENTED, "no method " + method.fullName())));
            return reply;
        }
        Runnable task = () -> new ServerCall(call).run(() -> run(call, binding, reply));
        if (method.traits().nonblocking() && !method.kind().isStream()) {
            task.run();
            return reply;
        }
        try {
            workers.execute(task);
        } catch (RejectedExecutionException e) {
            String message = "the server has no thread free for " + method.fullName();
            reply.complete(failure(
                    Status.notProcessed(StatusCode.RESOURCE_EXHAUSTED, message).withRetryAfter(Admission.COME_BACK)));
        } catch (RuntimeException | Error e) { // an executor of somebody else's, or no memory for a thread
            LOG.error("{} could not be handed to a thread", method.fullName(), e);
            reply.complete(failure(Status.notProcessed(StatusCode.INTERNAL, "the server could not start the call")));
        }
        return reply;
    }

    private <P, R> void run(Call call, Binding<P, R> binding, CompletableFuture<Reply> reply) {
        MethodDescriptor<P, R> method = binding.method();
        call.cancellation().begin(); // before the look at the clock, so that whoever ends late calls sees it
        if (call.deadline().isExpired()) {
            String message = "the deadline passed before " + method.fullName() + " was started";
            reply.complete(failure(Status.notProcessed(StatusCode.DEADLINE_EXCEEDED, message)));
            return;
        }
        if (call.cancellation().isCancelled()) {
            String message = "cancelled before " + method.fullName() + " was started";
            reply.complete(failure(Status.notProcessed(StatusCode.CANCELLED, message)));
            return;
        }
        Skeleton.run(call, binding, workers, reply);
    }

    private static Reply failure(Status status) {
        return new Reply.Failure(status);
    }
}
