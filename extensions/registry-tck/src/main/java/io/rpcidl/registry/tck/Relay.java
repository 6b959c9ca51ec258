package io.rpcidl.registry.tck;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A network that a test can cut: what connects to its port on 127.0.0.1 is connected to another one there. A registry that reaches
 * its backend through a relay of its own is as good as dead when that is cut. Safe for any number of threads.
 */
public final class Relay implements AutoCloseable {

    private final int target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket listening; // guarded by this

    /** Begins to relay to a port, where somebody listens now or later. */
    public Relay(int target) throws IOException {
        this.target = target;
        this.listening = listen(0);
        this.port = listening.getLocalPort();
    }

    /** Returns the port to connect to. */
    public int port() {
        return port;
    }

    /** Ends all connections, and refuses others. */
    public synchronized void cut() throws IOException {
        listening.close();
        for (Socket each : open) {
            each.close();
        }
    }

    /** Relays again. */
    public synchronized void mend() throws IOException {
        if (listening.isClosed()) {
            listening = listen(port);
        }
    }

    /** Is cut for good. */
    @Override
    public void close() throws IOException {
        cut();
    }

    private ServerSocket listen(int where) throws IOException {
        ServerSocket server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), where));
        start(() -> accept(server));
        return server;
    }

    private void accept(ServerSocket server) {
        while (true) {
            try {
                Socket from = server.accept();
                open.add(from);
                if (server.isClosed()) {
                    end(from); // it came while all were ended
                } else {
                    start(() -> connect(from));
                }
            } catch (IOException e) {
                return; // it is cut
            }
        }
    }

    private void connect(Socket from) {
        try {
            Socket to = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(to);
            start(() -> copy(to, from));
            copy(from, to);
        } catch (IOException e) {
            end(from); // nobody listens there
        }
    }

    private void copy(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // either side has ended it
        } finally {
            end(from);
            end(to);
        }
    }

    private void end(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            // then it is closed
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "relay");
        thread.setDaemon(true);
        thread.start();
    }
}
