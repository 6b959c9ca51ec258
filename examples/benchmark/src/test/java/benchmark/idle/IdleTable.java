package benchmark.idle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Measures what a server keeps for connections that are open and idle, and prints a Markdown table: for each side a server
 * and a client, each in a JVM of its own. What is printed is the difference that the connections make to the server.
 */
public final class IdleTable {

    /** The same for both sides. A heap of a fixed size that was touched: what else is resident can be told from it. */
    private static final List<String> SERVER_JVM = List.of(
            "-Xms512m",
            "-Xmx512m",
            "-XX:+AlwaysPreTouch",
            "-XX:+UseSerialGC",
            "-Dio.netty.leakDetection.level=disabled",
            "-Dio.grpc.netty.shaded.io.netty.leakDetection.level=disabled",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");

    private static final List<String> CLIENT_JVM = List.of("-Xmx3g", "-XX:+UseSerialGC");

    /** A JVM that is told things by lines, and answers in lines. */
    private static final class Jvm implements AutoCloseable {

        private final Process process;
        private final BufferedReader out;
        private final PrintStream in;

        Jvm(List<String> options, Class<?> main, Object... arguments) throws IOException {
            List<String> command = new ArrayList<>();
            command.add(System.getProperty("java.home") + "/bin/java");
            command.addAll(options);
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
            for (Object each : arguments) {
                command.add(each.toString());
            }
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            out = new BufferedReader(new InputStreamReader(process.getInputStream()));
            in = new PrintStream(process.getOutputStream(), true);
        }

        String read() throws IOException {
            String line = out.readLine();
            if (line == null) {
                throw new IOException("a JVM has ended before its time");
            }
            return line;
        }

        String ask() throws IOException {
            in.println();
            return read();
        }

        @Override
        public void close() {
            process.destroy();
        }
    }

    private IdleTable() {}

    /** Measures with so many connections. */
    public static void main(String[] args) throws IOException {
        int count = Integer.parseInt(args[0]);
        Map<Side, Footprint> measured = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            System.err.println(side + ": " + count + " connections ...");
            measured.put(side, measure(side, count));
        }
        System.out.printf(
                "JDK %s, %s; %,d connections.%n%n",
                System.getProperty("java.version"), System.getProperty("os.arch"), count);
        System.out.println("| bytes for one idle connection | rpcidl | gRPC-java | ratio |\n|---|---|---|---|");
        row("heap, after a full collection", measured, count, Footprint::heap);
        row("direct memory reserved", measured, count, Footprint::direct);
        row("resident outside of the heap, direct memory included", measured, count, Footprint::native_);
        row("heap + resident outside of it", measured, count, each -> each.heap() + each.native_());
    }

    private static Footprint measure(Side side, int count) throws IOException {
        try (Jvm server = new Jvm(SERVER_JVM, IdleServer.class, side)) {
            String port = server.read().replace("listening on ", "");
            try (Jvm client = new Jvm(CLIENT_JVM, IdleClient.class, side, port, count)) {
                client.read();
                Footprint before = Footprint.parse(server.ask());
                client.ask();
                Footprint after = Footprint.parse(server.ask());
                return after.minus(before);
            }
        }
    }

    private static void row(String name, Map<Side, Footprint> measured, int count, ToLongFunction<Footprint> figure) {
        double ours = figure.applyAsLong(measured.get(Side.rpcidl)) / (double) count;
        double theirs = figure.applyAsLong(measured.get(Side.grpc)) / (double) count;
        String ratio = theirs == 0 ? "" : String.format("%.2f", ours / theirs);
        System.out.printf("| %s | %,.0f | %,.0f | %s |%n", name, ours, theirs, ratio);
    }
}
