package benchmark.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;

/** The other end of a {@link Jvm}. */
final class Lines {

    private static final BufferedReader IN =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Lines() {}

    /** Returns the next word, null when there are no more. */
    static String next() throws IOException {
        return IN.readLine();
    }

    static void say(Object... words) {
        StringBuilder line = new StringBuilder();
        for (Object each : words) {
            line.append(line.length() == 0 ? "" : " ").append(each);
        }
        System.out.println(line);
    }

    /** Returns the CPU time, in ns, of this program's threads: what compiles it and collects its garbage comes when it likes. */
    static long cpu() {
        long sum = 0;
        for (long each : THREADS.getAllThreadIds()) {
            sum += Math.max(0, THREADS.getThreadCpuTime(each));
        }
        return sum;
    }

    /** Returns the bytes of the heap that are in use. */
    static long heap() {
        Runtime jvm = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return jvm.totalMemory() - jvm.freeMemory();
    }
}
