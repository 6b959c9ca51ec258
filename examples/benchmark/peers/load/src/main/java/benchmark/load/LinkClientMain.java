package benchmark.load;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A peer's client on the other end of a link. Each line that comes in says what to call, and how often; the time that it took is printed,
 * in ns. A wrong answer ends it. Ends with its input.
 */
final class LinkClientMain {

    private static final String TEXT = "0123456789abcdef".repeat(250_000); // 4 MB
    private static final int IN_FLIGHT = 128;

    private final LinkPeer.Client client;

    private LinkClientMain(LinkPeer.Client client) {
        this.client = client;
    }

    /** Connects; the arguments are the peer's name, its server's address, whether messages are compressed, and the port. */
    public static void main(String[] args) throws Exception {
        LinkClientMain main = new LinkClientMain(
                LinkPeer.named(args[0]).connect(args[1], Integer.parseInt(args[3]), Boolean.parseBoolean(args[2])));
        System.out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            System.out.println("took " + main.took(words[0], Integer.parseInt(words[1])));
        }
        System.exit(0);
    }

    private long took(String what, int count) throws Exception {
        return switch (what) {
            case "text" -> median(count, number -> client.length().of(TEXT) == TEXT.length());
            case "list" -> median(count, client.users().blocking(Operation.LIST_USER));
            case "pipelined" -> pipelined(count);
            default -> throw new IllegalArgumentException("nothing to call: " + what);
        };
    }

    /** Returns the median of some calls, one after the other. */
    private static long median(int count, Caller.Blocking call) throws Exception {
        long[] nanos = new long[count];
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            check(call.call(i + 1));
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return (nanos[(count - 1) / 2] + nanos[count / 2]) / 2;
    }

    /** Returns the time of all, so many of which are in flight. */
    private long pipelined(int count) throws InterruptedException {
        Caller.Async call = client.users().async(Operation.LIST_USER).orElseThrow();
        Semaphore free = new Semaphore(IN_FLIGHT);
        AtomicInteger wrong = new AtomicInteger();
        long start = System.nanoTime();
        for (int i = 1; i <= count; i++) {
            free.acquire();
            call.call(i, right -> {
                wrong.addAndGet(right ? 0 : 1);
                free.release();
            });
        }
        free.acquire(IN_FLIGHT);
        long nanos = System.nanoTime() - start;
        check(wrong.get() == 0);
        return nanos;
    }

    private static void check(boolean right) {
        if (!right) {
            throw new IllegalStateException("a wrong answer, or none");
        }
    }
}
