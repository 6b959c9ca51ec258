package benchmark.calls;

import benchmark.UsersService;
import benchmark.users.v1.UsersAsync;
import com.sun.management.ThreadMXBean;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.client.RpcClientBuilder;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.server.RpcServerBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/**
 * A server and a client for each way of watching, all of one JVM, over sockets: {@code existUser} with 128 calls in flight from one
 * caller. Warms all of them up; then each line that comes in names one, which runs for a while, and how many calls there were, how
 * much CPU time, in ns, the threads took and how many bytes they allocated is printed.
 */
final class CallsRun {

    private static final int IN_FLIGHT = 128;
    private static final long WARM_UP_NANOS = 12_000_000_000L;
    private static final long ROUND_NANOS = 50_000_000L;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private CallsRun() {}

    /** Runs; the ways are the arguments: {@code absent}, or what is armed. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Map<String, UsersAsync> ways = new LinkedHashMap<>();
        for (String how : args) {
            ways.put(how, users(how));
        }
        for (int i = 0; i < 10 * ways.size(); i++) { // in turn: none is compiled before the others
            run(ways.get(args[i % args.length]), WARM_UP_NANOS / 10 / ways.size());
        }
        System.out.println("ready");
        BufferedReader rounds = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String how = rounds.readLine(); how != null; how = rounds.readLine()) {
            long cpu = cpuNanos();
            long allocated = allocatedBytes();
            long calls = run(ways.get(how), ROUND_NANOS);
            System.out.println(calls + " " + (cpuNanos() - cpu) + " " + (allocatedBytes() - allocated));
        }
        System.exit(0);
    }

    /** Of threads that run Java: compilers and collectors are not asked, for they work when they like. */
    private static long cpuNanos() {
        return LongStream.of(THREADS.getAllThreadIds())
                .map(THREADS::getThreadCpuTime)
                .filter(each -> each > 0)
                .sum();
    }

    private static long allocatedBytes() {
        return LongStream.of(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds()))
                .filter(each -> each > 0)
                .sum();
    }

    private static UsersAsync users(String how) throws IOException {
        RpcServerBuilder serving = RpcServer.builder().add(new UsersService());
        boolean armed = !how.startsWith("absent");
        if (armed) {
            Watching.arm(serving, how);
        }
        RpcServer server = serving.start();
        RpcClientBuilder calling = RpcClient.builder("rpc://" + server.endpoint());
        if (armed) {
            Watching.arm(calling, how);
        }
        return UsersAsync.stub(calling.build());
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
