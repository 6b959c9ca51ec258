package resilience;

import io.rpcidl.runtime.ServerCall;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.server.RpcServerBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import till.v1.Till;
import till.v1.TillHandler;

/**
 * A till in a JVM of its own: registers itself, notes down what it carries out, and ends in good order when it is told to. Work
 * takes a permit for some milliseconds, so that its capacity is known whatever machine it runs on.
 */
public final class TillServer implements TillHandler {

    private static final long GRACE_NANOS = 10_000_000;

    private final int number;
    private final Executions executions;
    private final Semaphore permits;
    private final int millis;

    private TillServer(int number, Executions executions, int permits, int millis) {
        this.number = number;
        this.executions = executions;
        this.permits = new Semaphore(permits);
        this.millis = millis;
    }

    @Override
    public int price(Till.PriceRequest request) {
        work("price", request.token());
        return number;
    }

    @Override
    public int cash(Till.CashRequest request) {
        work("cash", request.token());
        return number;
    }

    @Override
    public int charge(Till.ChargeRequest request) {
        work("charge", request.token());
        return number;
    }

    @Override
    public long heap(Till.HeapRequest request) {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private void work(String method, long token) {
        // with less than the clock by which deadlines are looked at a thread may just have been held up
        if (ServerCall.current().deadline().remainingNanos(System.nanoTime()) < -GRACE_NANOS) {
            executions.note("late", token);
        }
        executions.note(method, token);
        permits.acquireUninterruptibly();
        try {
            if (millis > 0) {
                Thread.sleep(millis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            permits.release();
        }
    }

    /** Serves: the registry's target or {@code -} for none, the server's number, a folder, permits and milliseconds. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int number = Integer.parseInt(args[1]);
        try (Executions executions = new Executions(Path.of(args[2]), number)) {
            RpcServerBuilder builder = RpcServer.builder()
                    .add(new TillServer(number, executions, Integer.parseInt(args[3]), Integer.parseInt(args[4])));
            if (!args[0].equals("-")) {
                builder.registry(args[0]);
            }
            try (RpcServer server = builder.start()) {
                System.out.println("listening on " + server.endpoint());
                server.awaitClosed();
            }
        }
    }
}
