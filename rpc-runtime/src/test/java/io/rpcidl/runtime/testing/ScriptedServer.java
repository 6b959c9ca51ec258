package io.rpcidl.runtime.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on a plain socket that does what a test tells it, one thread a connection. */
public final class ScriptedServer implements AutoCloseable {

    /** What to do with one connection. */
    @FunctionalInterface
    public interface Script {
        /** Plays a connection; when it returns the connection is closed. */
        void play(BufferedReader in, Socket socket) throws Exception;
    }

    /** Every line that came in. */
    public final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    /** Connections so far. */
    public final AtomicInteger connections = new AtomicInteger();

    private final ServerSocket server;

    /** Listens on a free port of this machine. */
    public ScriptedServer(Script script) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread accepting = new Thread(() -> accept(script), "scripted-server");
        accepting.setDaemon(true);
        accepting.start();
    }

    /** Answers every line with the same reply, whose {@code ID} becomes the id of the request. */
    public static Script answering(String reply) {
        return (in, socket) -> {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String id = line.replaceFirst(".*\"request_id\":(\\d+).*", "$1");
                socket.getOutputStream().write(reply.replace("ID", id).getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    /** Returns the target that names it. */
    public String target() {
        return "rpc://127.0.0.1:" + server.getLocalPort();
    }

    private void accept(Script script) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.incrementAndGet();
                Thread playing = new Thread(() -> play(script, socket), "scripted-connection");
                playing.setDaemon(true);
                playing.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void play(Script script, Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)) {
                        @Override
                        public String readLine() throws IOException {
                            String line = super.readLine();
                            if (line != null) {
                                lines.add(line);
                            }
                            return line;
                        }
                    };
            script.play(in, socket);
        } catch (Exception e) {
            // a script that is cut short is part of the test
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
