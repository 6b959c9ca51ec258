package resilience;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls at a steady rate over a bare socket, with requests of canned bytes: it takes so little that what is measured is the server,
 * on a machine that both share. Every answer is looked at: a result, a refusal for want of room, or anything else.
 */
final class Flood {

    private static final long TICK = 1_000_000;

    private final long[] due;
    private final long[] taken; // nanoseconds until the result, 0 where there was none
    private long answered;
    private long refused;
    private long others;

    private Flood(int calls) {
        due = new long[calls + 1]; // by request_id, from 1
        taken = new long[calls + 1];
    }

    /** Calls {@code price} for a while; each call has a second. */
    static Flood run(String host, int port, int perSecond, int seconds) throws IOException, InterruptedException {
        Flood flood = new Flood(perSecond * seconds);
        try (Socket socket = new Socket(host, port)) {
            socket.setTcpNoDelay(true);
            Thread reading = new Thread(() -> flood.read(socket), "flood-reader");
            reading.start();
            flood.write(socket.getOutputStream(), perSecond);
            reading.join(5_000);
        }
        return flood;
    }

    private void write(OutputStream out, int perSecond) throws IOException {
        long begun = System.nanoTime();
        StringBuilder requests = new StringBuilder();
        for (int next = 1; next < due.length; ) {
            long now = System.nanoTime();
            for (; next < due.length && begun + next * 1_000_000_000L / perSecond <= now; next++) {
                due[next] = begun + next * 1_000_000_000L / perSecond;
                requests.append("{\"header\":{\"request_id\":")
                        .append(next)
                        .append(",\"service_name\":\"till.v1.Till\",\"method_name\":\"price\",\"timeout_ms\":1000")
                        .append(next == 1 ? ",\"offer\":{\"wire\":1}" : "")
                        .append("},\"body\":{\"params\":{\"token\":\"")
                        .append(next)
                        .append("\"}}}\n");
            }
            out.write(requests.toString().getBytes(StandardCharsets.US_ASCII));
            requests.setLength(0);
            LockSupport.parkNanos(TICK);
        }
    }

    private void read(Socket socket) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16))) {
            byte[] line = new byte[1_000];
            while (answered + refused + others < due.length - 1) {
                int length = 0;
                for (int b = in.readUnsignedByte(); b != '\n'; b = in.readUnsignedByte()) {
                    line[length++] = (byte) b;
                }
                take(new String(line, 0, length, StandardCharsets.ISO_8859_1), System.nanoTime());
            }
        } catch (IOException e) {
            // closed: what was not answered by then is not counted as answered
        }
    }

    private void take(String message, long now) {
        int from = message.indexOf("\"request_id\":") + 13;
        if (from < 13) {
            return; // nothing that answers a call
        }
        int id = Integer.parseInt(message.substring(from, message.indexOf(',', from)));
        if (message.contains("\"result\":")) {
            taken[id] = now - due[id];
            answered++;
        } else if (message.contains("\"RESOURCE_EXHAUSTED\"")) {
            refused++;
        } else {
            others++;
        }
    }

    long answered() {
        return answered;
    }

    long refused() {
        return refused;
    }

    /** Returns how many calls were answered otherwise, or not at all. */
    long failedOtherwise() {
        return due.length - 1 - answered - refused;
    }

    /** Returns a percentile of the milliseconds from when calls were due to their results; of all but the first seconds. */
    double millis(double percentile, int butSeconds, int perSecond) {
        long[] sorted = Arrays.stream(taken, 1 + butSeconds * perSecond, taken.length)
                .filter(each -> each > 0)
                .sorted()
                .toArray();
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1, sorted.length * percentile / 100)] / 1e6;
    }
}
