package extending;

import io.rpcidl.transport.Connection;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.HttpReply;
import io.rpcidl.transport.HttpRequest;
import io.rpcidl.transport.Peer;
import io.rpcidl.transport.Receiver;
import io.rpcidl.transport.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/** Counts the bytes of messages, before compression and encryption: something around a transport. */
public final class CountedTransport implements Transport {

    private final Transport inner;
    private final LongAdder sent;
    private final LongAdder received;

    /** Puts itself around a transport, which it closes when it is closed. */
    public CountedTransport(Transport inner, LongAdder sent, LongAdder received) {
        this.inner = inner;
        this.sent = sent;
        this.received = received;
    }

    @Override
    public <R extends Receiver> CompletableFuture<R> connect(
            Endpoint endpoint, Duration timeout, Function<Connection, R> receiver) {
        return inner.connect(endpoint, timeout, connection -> counted(connection, receiver))
                .thenApply(Received::receiver);
    }

    @Override
    public Listener listen(String host, int port, Function<Connection, Receiver> receiver) throws IOException {
        return inner.listen(host, port, connection -> counted(connection, receiver));
    }

    private <R extends Receiver> Received<R> counted(Connection connection, Function<Connection, R> receiver) {
        return new Received<>(receiver.apply(new Sent(connection, sent)), received);
    }

    @Override
    public void close() {
        inner.close();
    }

    /** What comes in. */
    private record Received<R extends Receiver>(R receiver, LongAdder count) implements Receiver {

        @Override
        public void received(byte[] bytes, int from, int to) {
            count.add(to - from);
            receiver.received(bytes, from, to);
        }

        @Override
        public CompletableFuture<HttpReply> http(HttpRequest request) {
            return receiver.http(request);
        }

        @Override
        public void inputClosed() {
            receiver.inputClosed();
        }

        @Override
        public void closed(String reason) {
            receiver.closed(reason);
        }
    }

    /** What goes out. */
    private record Sent(Connection inner, LongAdder count) implements Connection {

        @Override
        public void send(byte[] bytes, int length) {
            count.add(length);
            inner.send(bytes, length);
        }

        @Override
        public boolean sendNow(byte[] bytes, int length) {
            count.add(length);
            return inner.sendNow(bytes, length);
        }

        @Override
        public void sendThenDeflate(byte[] bytes, int length) {
            count.add(length);
            inner.sendThenDeflate(bytes, length);
        }

        @Override
        public void inflateInput(byte[] rest, int from, int to) {
            inner.inflateInput(rest, from, to);
        }

        @Override
        public void whenWritable(Runnable task) {
            inner.whenWritable(task);
        }

        @Override
        public void setReading(boolean reading) {
            inner.setReading(reading);
        }

        @Override
        public void close() {
            inner.close();
        }

        @Override
        public void abort(String reason) {
            inner.abort(reason);
        }

        @Override
        public Peer peer() {
            return inner.peer();
        }

        @Override
        public void schedule(Duration delay, Runnable task) {
            inner.schedule(delay, task);
        }
    }
}
