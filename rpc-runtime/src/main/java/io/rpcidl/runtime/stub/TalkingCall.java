package io.rpcidl.runtime.stub;

import io.rpcidl.runtime.BidiStream;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.json.Codec;
import io.rpcidl.runtime.stream.ItemIterator;
import io.rpcidl.runtime.stream.ItemPipe;
import java.util.concurrent.CompletableFuture;

/** A call that sends items through a pipe and is answered with items. */
final class TalkingCall<I, R> implements BidiStream<I, R> {

    private final MethodDescriptor<?, R> method;
    private final Codec<I> items;
    private final ItemPipe pipe;
    private final ItemIterator<R> answers;

    TalkingCall(MethodDescriptor<?, R> method, Codec<I> items, ItemPipe pipe, CompletableFuture<Reply> reply) {
        this.method = method;
        this.items = items;
        this.pipe = pipe;
        this.answers = StreamCalls.items(method, reply);
        reply.thenAccept(done -> {
            if (!(done instanceof Reply.Stream)) {
                pipe.cancel(); // nobody will ever take them
            }
        });
    }

    @Override
    public void send(I item) {
        if (!pipe.write(Payload.of(items, item))) {
            answers.check();
        }
    }

    @Override
    public void finish() {
        pipe.end(null);
    }

    @Override
    public boolean hasNext() {
        return answers.hasNext();
    }

    @Override
    public R next() {
        return answers.next();
    }

    @Override
    public void close() {
        answers.close();
        pipe.cancel();
    }
}
