package benchmark.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What this process, on Linux, keeps: heap after full collections and all that is resident, in bytes, and open sockets. */
record Memory(long heap, long resident, long sockets) {

    static Memory now() throws IOException {
        Runtime jvm = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return new Memory(jvm.totalMemory() - jvm.freeMemory(), ofProcess(), openSockets());
    }

    private static long ofProcess() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
            }
        }
        throw new IOException("/proc/self/status does not say VmRSS");
    }

    private static long openSockets() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
            return all.filter(Memory::isSocket).count();
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException e) {
            return false; // closed meanwhile
        }
    }

    /** Returns this as a line of figures. */
    String line() {
        return "memory " + heap + " " + resident + " " + sockets;
    }
}
