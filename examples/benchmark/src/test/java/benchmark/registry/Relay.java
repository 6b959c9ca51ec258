package benchmark.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.LongAdder;

/** Stands between watchers and their registry, and counts bytes. */
final class Relay implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int port;
    private final LongAdder questions = new LongAdder();
    private final LongAdder answers = new LongAdder();

    Relay(int port) throws IOException {
        this.port = port;
        run(this::accept);
    }

    String target() {
        return "registry://127.0.0.1:" + listening.getLocalPort();
    }

    /** Returns the bytes of questions and of answers so far. */
    double[] bytes() {
        return new double[] {questions.sum(), answers.sum()};
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listening.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            run(() -> copy(client.getInputStream(), server.getOutputStream(), questions));
            run(() -> copy(server.getInputStream(), client.getOutputStream(), answers));
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
