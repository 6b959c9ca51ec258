package benchmark.idle;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What a process occupies, in bytes.
 *
 * @param heap what is used of it after full collections
 * @param direct memory for buffers outside of the heap: Netty's, whole arenas with what is free in them, and the JDK's
 * @param native_ all that is resident outside of the heap, {@code direct} included; right only where the heap is of a fixed
 *     size and was touched at the start
 */
record Footprint(long heap, long direct, long native_) {

    /** Measures this process. */
    static Footprint now() throws IOException {
        Runtime jvm = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        long heap = jvm.totalMemory() - jvm.freeMemory();
        long direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        // Netty's own counts, which are -1 where it takes its memory from the JDK, which then counts; gRPC has a Netty
        // inside
        long ours = Math.max(0, io.netty.util.internal.PlatformDependent.usedDirectMemory());
        long theirs = Math.max(0, io.grpc.netty.shaded.io.netty.util.internal.PlatformDependent.usedDirectMemory());
        return new Footprint(heap, direct + ours + theirs, resident() - jvm.maxMemory());
    }

    private static long resident() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
            }
        }
        throw new IOException("/proc/self/status does not say VmRSS");
    }

    /** Returns this as a line that {@link #parse} reads. */
    String line() {
        return heap + " " + direct + " " + native_;
    }

    static Footprint parse(String line) {
        long[] figures =
                Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
        return new Footprint(figures[0], figures[1], figures[2]);
    }

    Footprint minus(Footprint other) {
        return new Footprint(heap - other.heap, direct - other.direct, native_ - other.native_);
    }
}
