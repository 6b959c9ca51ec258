package io.rpcidl.transport.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandler;
import io.rpcidl.transport.Connection;
import io.rpcidl.transport.GrowingMessage;
import io.rpcidl.transport.HttpReply;
import io.rpcidl.transport.HttpRequest;
import io.rpcidl.transport.MemoryBudget;
import io.rpcidl.transport.Peer;
import io.rpcidl.transport.Receiver;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * A connection as a Netty handler. While a client does not read its answers, no more requests are read from it; answers are
 * always read, or two sides that both write would wait for each other.
 */
final class NettyConnection extends ChannelInboundHandlerAdapter implements Connection {

    /** Its name in the pipeline, where it is the last. */
    static final String NAME = "connection";

    private static final int LINGER_MILLIS = 1_000;
    private static final int FLUSH_MILLIS = 30_000;

    private final Channel channel;
    private final @Nullable MemoryBudget memory; // of a server
    private final @Nullable Backlog backlog;
    private final Function<Connection, ? extends Receiver> factory;
    private final Outbox outbox;
    private final List<Timer> timers = new ArrayList<>(1); // guarded by itself
    private boolean gone; // guarded by timers
    private volatile boolean received; // something: what the other side proves is known
    private volatile @Nullable Peer peer;
    private boolean reading = true; // as the receiver wishes
    private boolean inputClosed;
    private boolean inflatesInput;
    private boolean inflatingSoon;
    private boolean endWaits; // until what came before it is inflated
    private @Nullable Deflation deflation; // once one of them
    private boolean outputEnded; // all that was sent before the close is written
    private @Nullable Receiver receiver;
    private String reason = "closed by the other side";

    /** Makes a connection; one that the other side has opened takes memory of a budget, others have none: null. */
    NettyConnection(Channel channel, @Nullable MemoryBudget memory, Function<Connection, ? extends Receiver> factory) {
        this.channel = channel;
        this.memory = memory;
        this.backlog = memory == null ? null : new Backlog(channel, memory, this::dropUnread);
        this.factory = factory;
        this.outbox = new Outbox(channel, this::deflation, this::updateBacklog, this::endOutput);
    }

    // ---- any thread

    @Override
    public void send(byte[] bytes, int length) {
        outbox.send(Outgoing.of(bytes, length));
    }

    @Override
    public boolean sendNow(byte[] bytes, int length) {
        return outbox.sendNow(bytes, length);
    }

    @Override
    public void send(GrowingMessage message) {
        outbox.send(Outgoing.of(message));
    }

    @Override
    public void sendThenDeflate(byte[] bytes, int length) {
        outbox.send(new Outgoing(bytes, length, true, null));
    }

    @Override
    public void inflateInput(byte[] rest, int from, int to) {
        inflatesInput = true;
        inflate(Arrays.copyOfRange(rest, from, to));
    }

    @Override
    public void whenWritable(Runnable task) {
        outbox.whenWritable(task);
    }

    @Override
    public void setReading(boolean wished) {
        if (channel.eventLoop().inEventLoop()) {
            reading = wished;
            updateReading();
        } else {
            channel.eventLoop().execute(() -> setReading(wished));
        }
    }

    /** Completes once what was sent before has left this process, or never will. */
    CompletableFuture<@Nullable Void> flush() {
        return outbox.flush();
    }

    @Override
    public void close() {
        outbox.close();
    }

    @Override
    public void abort(String why) {
        outbox.abort();
        channel.eventLoop().execute(() -> {
            reason = why;
            channel.close();
        });
    }

    @Override
    public Peer peer() {
        Peer known = peer;
        if (known == null) {
            boolean settled = received; // first: another thread may be at it
            SslHandler tls = channel.pipeline().get(SslHandler.class);
            String address = String.valueOf(channel.remoteAddress()).replaceFirst("^.*/", "");
            known = new Peer(address, tls != null, tls == null ? List.of() : certificates(tls.engine()));
            peer = settled ? known : null;
        }
        return known;
    }

    private static List<X509Certificate> certificates(SSLEngine engine) {
        try {
            return Stream.of(engine.getSession().getPeerCertificates())
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (SSLPeerUnverifiedException e) {
            return List.of(); // it was not asked for any
        }
    }

    @Override
    public void schedule(Duration delay, Runnable task) {
        Timer timer = new Timer(task);
        synchronized (timers) {
            if (!gone) {
                timer.future = channel.eventLoop().schedule(timer, delay.toMillis(), TimeUnit.MILLISECONDS);
                timers.add(timer);
            }
        }
    }

    /** A task that waits for its time, at most until the connection is gone: the event loop would keep both until then. */
    private final class Timer implements Runnable {

        private final Runnable task;
        private @Nullable Future<?> future;

        Timer(Runnable task) {
            this.task = task;
        }

        @Override
        public void run() {
            synchronized (timers) {
                timers.remove(this);
            }
            if (channel.isOpen()) { // it may not be connected yet
                task.run();
            }
        }

        void cancel() {
            Objects.requireNonNull(future).cancel(false);
        }
    }

    // ---- the event loop

    /** All is written. */
    private void endOutput() {
        if (!channel.isActive()) {
            channel.close(); // it is being connected still, and nobody waits for that any more
            return;
        }
        reason = inputClosed ? reason : "closed by this side";
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(flushed -> closeGently());
        // whoever does not read does not keep the connection
        schedule(Duration.ofMillis(FLUSH_MILLIS), channel::close);
    }

    /**
     * Ends our side first and goes on reading for a while: a socket that is closed while bytes wait to be read is reset,
     * and the reset may overtake the last answer.
     */
    private void closeGently() {
        outputEnded = true;
        boolean encrypted = channel.pipeline().get(SslHandler.class) != null; // which says by itself that it closes
        if (inputClosed || encrypted || !(channel instanceof DuplexChannel duplex) || !channel.isActive()) {
            channel.close();
            return;
        }
        duplex.shutdownOutput();
        schedule(Duration.ofMillis(LINGER_MILLIS), channel::close);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        receiver = factory.apply(this);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf buffer = (ByteBuf) message;
        try {
            byte[] bytes = new byte[buffer.readableBytes()];
            buffer.readBytes(bytes);
            if (!received) {
                received = true;
                settle();
            }
            if (receiver != null && !outbox.isClosing()) {
                if (inflatesInput) {
                    inflate(bytes);
                } else {
                    receiver.received(bytes, 0, bytes.length);
                }
            }
        } finally {
            buffer.release();
        }
    }

    /** By the first bytes it is known whether all is encrypted. */
    private void settle() {
        if (channel.pipeline().get(SslHandler.class) == null) {
            outbox.allowDirect();
        }
    }

    private void inflate(byte[] bytes) {
        deflation().add(bytes);
        updateReading();
    }

    /** Inflates a little, so that answers are written in between, and nothing more while they are not read. */
    private void inflateTurn() {
        inflatingSoon = false;
        Receiver to = receiver;
        if (to == null || outbox.isClosing()) {
            deflation().drop();
        } else if (mayRead()) {
            try {
                deflation().receive(to);
            } catch (DataFormatException e) {
                deflation().drop();
                abort("what came is not deflated as it was agreed: " + e.getMessage());
            }
        }
        updateReading();
        if (endWaits && !hasToInflate() && to != null) {
            endWaits = false;
            endInput(to);
        }
    }

    private Deflation deflation() {
        Deflation known = deflation == null ? new Deflation() : deflation;
        deflation = known;
        return known;
    }

    /** Passes a request in HTTP on. */
    CompletableFuture<HttpReply> http(HttpRequest request) {
        received = true;
        return Objects.requireNonNull(receiver).http(request);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        updateBacklog();
        updateReading();
        outbox.tellRoom();
    }

    /** Counts what waits to be read by the other side. */
    void updateBacklog() {
        if (backlog != null) {
            backlog.update();
        }
    }

    private void dropUnread() {
        abort("it does not read its answers, and the memory for them is used up");
    }

    /** What a server's connections may take together. */
    MemoryBudget memory() {
        return Objects.requireNonNull(memory);
    }

    private void updateReading() {
        boolean may = mayRead();
        channel.config().setAutoRead(may && !hasToInflate());
        if (may && hasToInflate() && !inflatingSoon) {
            inflatingSoon = true;
            channel.eventLoop().execute(this::inflateTurn);
        }
    }

    private boolean hasToInflate() {
        return deflation != null && deflation.hasInput();
    }

    private boolean mayRead() {
        return reading && (memory == null || channel.isWritable());
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        boolean ended = event instanceof ChannelInputShutdownEvent || event instanceof SslCloseCompletionEvent;
        if (!ended || receiver == null || inputClosed) {
            return;
        }
        inputClosed = true;
        endWaits = hasToInflate();
        if (!endWaits) {
            endInput(receiver);
        }
    }

    private void endInput(Receiver of) {
        if (!outbox.isClosing()) {
            of.inputClosed();
        } else if (outputEnded) {
            channel.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        outbox.clear();
        if (backlog != null) {
            backlog.close();
        }
        if (deflation != null) {
            deflation.close();
        }
        if (receiver != null) {
            receiver.closed(reason);
        }
    }

    /** The channel is gone: the last to be said, and the only thing if it was never connected. */
    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        synchronized (timers) {
            gone = true;
            timers.forEach(Timer::cancel);
            timers.clear();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        reason = Reasons.of(cause);
        context.close();
    }
}
