package benchmark.load;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.HdrHistogram.Histogram;

/**
 * A peer's client. Each line that comes in is a load and how long it is to run, such as {@code existUser blocking 32 5000}, and what came of
 * it is printed; {@code used} asks what the JVM has used so far. Ends with its input.
 */
final class ClientMain {

    private ClientMain() {}

    /** Connects; the arguments are the peer's name, its server's port and, if there are to be several clients, how many. */
    public static void main(String[] args) throws Exception {
        Peer peer = Peers.named(args[0]);
        int port = Integer.parseInt(args[1]);
        Loads loads =
                new Loads(args.length == 2 ? peer.connect(port) : new Clients(peer, port, Integer.parseInt(args[2])));
        System.out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(answer(loads, line.split(" ")));
        }
        System.exit(0);
    }

    private static String answer(Loads loads, String[] words) throws Exception {
        if (words[0].equals("once")) { // existUser 1000: one thread, to count bytes
            loads.times(words[1], Integer.parseInt(words[2]));
            return "done";
        }
        if (words[0].equals("used")) {
            return Usage.now().line();
        }
        Load load = loads.of(words[0], words[1], words[2]);
        Load.Result result = load.run(Long.parseLong(words[3]) * 1_000_000);
        Histogram latencies = result.latencies();
        return String.join(
                " ",
                "result",
                String.valueOf(result.calls()),
                String.valueOf(result.errors()),
                String.valueOf(result.nanos()),
                String.valueOf(latencies.getValueAtPercentile(50)),
                String.valueOf(latencies.getValueAtPercentile(99)),
                String.valueOf(latencies.getValueAtPercentile(99.9)));
    }
}
