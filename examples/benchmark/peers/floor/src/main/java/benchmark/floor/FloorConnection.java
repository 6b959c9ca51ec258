package benchmark.floor;

import benchmark.load.Operation;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A connection whose calls are all of one kind: the oldest one is answered first. Requests that wait are written together. */
final class FloorConnection extends ChannelInboundHandlerAdapter {

    private final Sizes sizes;
    private final Queue<Runnable> pending = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile Operation operation = Operation.EXIST_USER;
    private ChannelHandlerContext context;
    private int received;

    FloorConnection(Sizes sizes) {
        this.sizes = sizes;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    void call(Operation called, Runnable answered) {
        if (operation != called) {
            operation = called; // one load at a time
        }
        pending.add(answered);
        if (waiting.getAndIncrement() == 0) {
            context.executor().execute(this::write);
        }
    }

    private void write() {
        int length = waiting.getAndSet(0) * sizes.request(operation);
        ByteBuf out = context.alloc().buffer(length, length).writeZero(length);
        for (int i = 0; i < length; i += sizes.request(operation)) {
            out.setByte(i, operation.ordinal());
        }
        context.writeAndFlush(out, context.voidPromise());
    }

    @Override
    public void channelRead(ChannelHandlerContext channel, Object message) {
        ByteBuf in = (ByteBuf) message;
        received += in.readableBytes();
        in.release();
        for (int reply = sizes.reply(operation); received >= reply; received -= reply) {
            pending.remove().run();
        }
    }
}
