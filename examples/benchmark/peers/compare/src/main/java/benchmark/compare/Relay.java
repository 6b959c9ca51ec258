package benchmark.compare;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.LongAdder;

/** Stands between a client and a server, and counts bytes. */
final class Relay implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int port;
    private final LongAdder requests = new LongAdder();
    private final LongAdder replies = new LongAdder();

    Relay(int port) throws IOException {
        this.port = port;
        run(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Returns the bytes of requests and of replies so far. */
    double[] bytes() {
        return new double[] {requests.sum(), replies.sum()};
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listening.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            run(() -> copy(client.getInputStream(), server.getOutputStream(), requests));
            run(() -> copy(server.getInputStream(), client.getOutputStream(), replies));
        }
    }

    private static void copy(InputStream in, OutputStream out, LongAdder count) throws IOException {
        byte[] bytes = new byte[64 * 1024];
        for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
            count.add(n);
            out.write(bytes, 0, n);
        }
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void run(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException e) {
                // one of its ends is closed
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
