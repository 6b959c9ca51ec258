package benchmark.calls;

import benchmark.UsersService;
import benchmark.users.v1.UsersAsync;
import com.sun.management.OperatingSystemMXBean;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.client.RpcClientBuilder;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.server.RpcServerBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A server and a client of one JVM, over a socket: {@code existUser} with 128 calls in flight from one caller. Warms up, then for
 * each line that comes in runs for a while and prints how many calls there were and how much CPU time, in ns, they took.
 */
final class CallsRun {

    private static final int IN_FLIGHT = 128;
    private static final long WARM_UP_NANOS = 15_000_000_000L;
    private static final long ROUND_NANOS = 2_000_000_000L;
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private CallsRun() {}

    /** Runs; {@code absent}, or what is armed, is the argument. */
    public static void main(String[] args) throws IOException, InterruptedException {
        RpcServerBuilder serving = RpcServer.builder().add(new UsersService());
        boolean armed = !args[0].equals("absent");
        if (armed) {
            Watching.arm(serving, args[0]);
        }
        try (RpcServer server = serving.start()) {
            RpcClientBuilder calling = RpcClient.builder("rpc://" + server.endpoint());
            if (armed) {
                Watching.arm(calling, args[0]);
            }
            try (RpcClient client = calling.build()) {
                UsersAsync users = UsersAsync.stub(client);
                run(users, WARM_UP_NANOS);
                System.out.println("ready");
                BufferedReader rounds = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
                while (rounds.readLine() != null) {
                    long before = PROCESS.getProcessCpuTime();
                    long calls = run(users, ROUND_NANOS);
                    System.out.println(calls + " " + (PROCESS.getProcessCpuTime() - before));
                }
            }
        }
    }

    private static long run(UsersAsync users, long nanos) throws InterruptedException {
        Semaphore free = new Semaphore(IN_FLIGHT);
        AtomicLong failed = new AtomicLong();
        long end = System.nanoTime() + nanos;
        long calls = 0;
        for (; System.nanoTime() < end; calls++) {
            free.acquire();
            users.existUser("someone@example.com").whenComplete((exists, failure) -> {
                if (failure != null) {
                    failed.incrementAndGet();
                }
                free.release();
            });
        }
        free.acquire(IN_FLIGHT);
        if (failed.get() > 0) {
            throw new IllegalStateException(failed + " calls failed");
        }
        return calls;
    }
}
