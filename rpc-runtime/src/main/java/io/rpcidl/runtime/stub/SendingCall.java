package io.rpcidl.runtime.stub;

import io.rpcidl.runtime.ItemSink;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.json.Codec;
import io.rpcidl.runtime.stream.ItemPipe;
import java.util.concurrent.CompletableFuture;

/** A call that sends items through a pipe and waits for one answer. */
final class SendingCall<I, R> implements ItemSink<I, R> {

    private final MethodDescriptor<?, R> method;
    private final Codec<I> items;
    private final ItemPipe pipe;
    private final CompletableFuture<Reply> reply;

    SendingCall(MethodDescriptor<?, R> method, Codec<I> items, ItemPipe pipe, CompletableFuture<Reply> reply) {
        this.method = method;
        this.items = items;
        this.pipe = pipe;
        this.reply = reply;
        reply.thenAccept(done -> pipe.cancel()); // wakes who waits for room; nobody takes what is left
    }

    @Override
    public void send(I item) {
        if (pipe.write(Payload.of(items, item))) {
            return;
        }
        if (reply.isDone() && reply.join() instanceof Reply.Failure failure) {
            throw Caller.exception(method, failure.status());
        }
    }

    @Override
    public R finish() {
        pipe.end(null);
        return Caller.await(method, reply);
    }

    @Override
    public void close() {
        pipe.end(new RpcException(StatusCode.CANCELLED, "closed by the caller"));
    }
}
