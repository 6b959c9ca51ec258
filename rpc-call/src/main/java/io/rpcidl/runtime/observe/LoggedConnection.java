package io.rpcidl.runtime.observe;

import io.rpcidl.json.JsonException;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.wire.MaskedMessage;
import io.rpcidl.transport.Connection;
import io.rpcidl.transport.Peer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A connection whose messages are written to the wire log: what is sent here, what is received by whoever reads it. A message that
 * might grow is sent as it is, so that the log has what is sent in its order.
 */
public final class LoggedConnection implements Connection {

    private final Connection connection;
    private final WireLog log;
    private final boolean atServer;
    private final Map<String, MethodDescriptor<?, ?>> known = new ConcurrentHashMap<>();
    private final BiFunction<String, String, @Nullable MethodDescriptor<?, ?>> methods;
    private volatile @Nullable Other other;

    private record Other(String address, boolean logged) {}

    private LoggedConnection(
            Connection connection,
            WireLog log,
            boolean atServer,
            BiFunction<String, String, @Nullable MethodDescriptor<?, ?>> methods) {
        this.connection = connection;
        this.log = log;
        this.atServer = atServer;
        this.methods = methods;
    }

    /** Returns a server's connection whose messages are logged, or the connection itself if there is no log. */
    public static Connection ofServer(
            Connection connection,
            @Nullable WireLog log,
            BiFunction<String, String, @Nullable MethodDescriptor<?, ?>> methods) {
        return log == null ? connection : new LoggedConnection(connection, log, true, methods);
    }

    /** Returns a client's connection whose messages are logged, or the connection itself if there is no log. */
    public static Connection ofClient(Connection connection, @Nullable WireLog log) {
        return log == null ? connection : new LoggedConnection(connection, log, false, (service, method) -> null);
    }

    /** A client's message of this method is about to be sent, for the first time or not. */
    public void knows(MethodDescriptor<?, ?> method) {
        if (other().logged) {
            known.putIfAbsent(method.fullName(), method);
        }
    }

    private @Nullable MethodDescriptor<?, ?> method(String service, String method) {
        return atServer ? methods.apply(service, method) : known.get(service + "." + method);
    }

    /** A message was received. */
    public void received(byte[] bytes, int from, int to) {
        write("received from", atServer, bytes, from, to);
    }

    @Override
    public void send(byte[] bytes, int length) {
        write("sent to", !atServer, bytes, 0, length);
        connection.send(bytes, length);
    }

    @Override
    public boolean sendNow(byte[] bytes, int length) {
        write("sent to", !atServer, bytes, 0, length);
        return connection.sendNow(bytes, length);
    }

    @Override
    public void sendThenDeflate(byte[] bytes, int length) {
        if (length > 0) {
            write("sent to", !atServer, bytes, 0, length);
        }
        connection.sendThenDeflate(bytes, length);
    }

    private void write(String direction, boolean fromCaller, byte[] bytes, int from, int to) {
        Other peer = other();
        if (!peer.logged || !WireLog.isOn()) {
            return;
        }
        try {
            MaskedMessage message = new MaskedMessage(bytes, from, to, log.shownMetadata());
            if (log.hasService(message.service())) {
                MethodDescriptor<?, ?> method = method(message.service(), message.method());
                log.write(direction, peer.address, message.text(method, fromCaller));
            }
        } catch (JsonException e) {
            log.write(direction, peer.address, (to - from) + " bytes that are no message: " + e.kind());
        } catch (RuntimeException | Error e) { // of a codec, or of whoever writes the log: the message goes its way
            log.failed(e);
        }
    }

    /** Looked up with the first message: a connection is made before it has a peer. */
    private Other other() {
        Other found = other;
        if (found == null) {
            String address = connection.peer().address();
            found = new Other(address, log.hasPeer(address));
            other = found;
        }
        return found;
    }

    @Override
    public void inflateInput(byte[] rest, int from, int to) {
        connection.inflateInput(rest, from, to);
    }

    @Override
    public void whenWritable(Runnable task) {
        connection.whenWritable(task);
    }

    @Override
    public void setReading(boolean reading) {
        connection.setReading(reading);
    }

    @Override
    public void close() {
        connection.close();
    }

    @Override
    public void abort(String reason) {
        connection.abort(reason);
    }

    @Override
    public Peer peer() {
        return connection.peer();
    }

    @Override
    public void schedule(Duration delay, Runnable task) {
        connection.schedule(delay, task);
    }
}
