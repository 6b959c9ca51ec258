package benchmark.floor;

import benchmark.load.Operation;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** For each request, whose first byte says what it is, as many bytes as the reply has; what came together is answered together. */
final class FloorServer extends ChannelInboundHandlerAdapter {

    private static final Operation[] OPERATIONS = Operation.values();

    private final Sizes sizes;
    private Operation operation = OPERATIONS[0];
    private int missing; // of the request that has begun

    FloorServer(Sizes sizes) {
        this.sizes = sizes;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf in = (ByteBuf) message;
        int replies = 0;
        while (in.isReadable()) {
            if (missing == 0) {
                operation = OPERATIONS[in.getByte(in.readerIndex())];
                missing = sizes.request(operation);
            }
            int part = Math.min(missing, in.readableBytes());
            in.skipBytes(part);
            missing -= part;
            replies += missing == 0 ? 1 : 0;
        }
        in.release();
        if (replies > 0) {
            int length = replies * sizes.reply(operation);
            ByteBuf out = context.alloc().buffer(length, length);
            context.write(out.writeZero(length), context.voidPromise());
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.flush();
    }
}
