package soak;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One connection through the proxy: three threads, of which two carry bytes and one waits for the time of the fault. */
final class FaultyLink {

    /** How it ends, or what is wrong with it all along. */
    enum Fault {
        CLOSE,
        REFUSE,
        RESET,
        CUT_REQUEST,
        CUT_REPLY,
        END_TO_SERVER,
        END_TO_CLIENT,
        STALL,
        DELAY,
        SPLIT;

        static Fault any(Random random) {
            return values()[random.nextInt(values().length)];
        }
    }

    private static final int CHUNK = 16 * 1024;
    private static final int AFTERMATH_MILLIS = 4_000; // what a half-closed or stalled connection lives on

    private final Socket caller;
    private final Socket server;
    private final Fault fault;
    private final Random random;
    private final Consumer<FaultyLink> onClosed;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger ended = new AtomicInteger(); // directions
    private volatile boolean due;

    FaultyLink(Socket caller, Socket server, Fault fault, long seed, Consumer<FaultyLink> onClosed) {
        this.caller = caller;
        this.server = server;
        this.fault = fault;
        this.random = new Random(seed);
        this.onClosed = onClosed;
    }

    void start() throws IOException {
        caller.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        thread("proxy-requests", () -> carry(caller, server, fault == Fault.CUT_REQUEST));
        thread("proxy-replies", () -> carry(server, caller, fault == Fault.CUT_REPLY));
        thread("proxy-fault", this::waitForFault);
    }

    private static void thread(String name, Runnable code) {
        Thread thread = new Thread(code, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void waitForFault() {
        try {
            if (closed.await(random.nextInt(20, 2_500), TimeUnit.MILLISECONDS)) {
                return;
            }
            due = true;
            switch (fault) {
                case RESET -> {
                    caller.setSoLinger(true, 0);
                    server.setSoLinger(true, 0);
                }
                case END_TO_SERVER -> server.shutdownOutput();
                case END_TO_CLIENT -> caller.shutdownOutput();
                default -> {}
            }
            if (fault != Fault.RESET && fault != Fault.CLOSE) {
                closed.await(AFTERMATH_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (IOException | InterruptedException e) {
            // it ends here all the same
        }
        close();
    }

    private void carry(Socket from, Socket to, boolean cut) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                if (due && fault == Fault.STALL) {
                    closed.await();
                } else if (due && cut) {
                    out.write(chunk, 0, random.nextInt(length));
                    close();
                } else if (!to.isOutputShutdown()) {
                    write(out, chunk, length);
                }
            }
            if (ended.incrementAndGet() == 2) {
                close();
            } else if (!to.isOutputShutdown()) {
                to.shutdownOutput();
            }
        } catch (IOException | InterruptedException e) {
            if (!due || (fault != Fault.END_TO_SERVER && fault != Fault.END_TO_CLIENT)) {
                close();
            }
        }
    }

    private void write(OutputStream out, byte[] chunk, int length) throws IOException, InterruptedException {
        if (fault == Fault.DELAY) {
            Thread.sleep(random.nextInt(150));
        }
        int at = 0;
        while (fault == Fault.SPLIT && at < Math.min(length, 100)) {
            out.write(chunk, at++, 1);
        }
        out.write(chunk, at, length - at);
    }

    void close() {
        try (caller;
                server) {
            closed.countDown();
        } catch (IOException e) {
            // closed anyhow
        }
        onClosed.accept(this);
    }
}
