package benchmark.load;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A peer's server: prints its port, then for each line that comes in what it has used so far, or what
 * it keeps for {@code memory}. Ends with its input. */
final class ServerMain {

    private ServerMain() {}

    /** Serves; the peer's name is the argument. */
    public static void main(String[] args) throws Exception {
        System.out.println("port " + Peers.named(args[0]).serve());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(
                    line.equals("memory") ? Memory.now().line() : Usage.now().line());
        }
        System.exit(0);
    }
}
