package benchmark.load;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.LongStream;

/** What this JVM has used so far: CPU time of all its threads, in ns, bytes that its threads allocated, and time to compile, in ms. */
record Usage(long cpuNanos, long allocatedBytes, long compileMillis) {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Usage now() {
        long allocated = LongStream.of(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds()))
                .filter(each -> each > 0)
                .sum();
        return new Usage(
                PROCESS.getProcessCpuTime(),
                allocated,
                ManagementFactory.getCompilationMXBean().getTotalCompilationTime());
    }

    Usage since(Usage before) {
        return new Usage(
                cpuNanos - before.cpuNanos,
                Math.max(0, allocatedBytes - before.allocatedBytes),
                compileMillis - before.compileMillis);
    }

    /** Returns this as a line of figures. */
    String line() {
        return "used " + cpuNanos + " " + allocatedBytes + " " + compileMillis;
    }
}
