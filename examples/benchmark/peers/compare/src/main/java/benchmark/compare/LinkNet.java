package benchmark.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Two network namespaces with a link between them and nothing else: what listens there is reached from the other end, and from no other
 * machine. Both are gone when this is closed, or the program interrupted.
 */
final class LinkNet implements AutoCloseable {

    /** The address of the server's end. */
    static final String SERVER = "10.99.0.2";

    private static final String CLIENT = "10.99.0.1";
    private static final int PACKET = 1_514;
    private static final double SLACK_SECONDS = 0.0004;

    private final String serverSide = "rpcidl-s-" + ProcessHandle.current().pid();
    private final String clientSide = "rpcidl-c-" + ProcessHandle.current().pid();
    private final Thread hook = new Thread(this::remove);

    /** Makes both, with a link that is as fast as this machine is. */
    LinkNet() throws IOException {
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            run("ip netns add " + serverSide);
            run("ip netns add " + clientSide);
            run("ip -n %s link add wire type veth peer name wire netns %s".formatted(clientSide, serverSide));
            up(serverSide, SERVER);
            up(clientSide, CLIENT);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Fails with what is missing, before anything is made. */
    static void check() throws IOException {
        if (!Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
            throw new IOException("network namespaces are made by root alone: run this as root");
        }
        run("ip -V");
        run("tc -V");
    }

    private static void up(String side, String address) throws IOException {
        run("ip -n %s addr add %s/30 dev wire".formatted(side, address));
        run("ip -n %s link set wire up".formatted(side));
    }

    /**
     * Lets so many bits a second through in both directions. What may go at once, the burst, is a packet and what comes in 0.4 ms, within which
     * a timer is late: with more a small message would go at no speed of the link's. What waits may be as long as it likes: nothing is
     * lost, for it is not TCP's recovery that is measured.
     */
    void shape(int megabits) throws IOException {
        for (String side : List.of(serverSide, clientSide)) {
            run("tc -n %s qdisc replace dev wire root tbf rate %dmbit burst %d limit 16mb"
                    .formatted(side, megabits, burst(megabits)));
        }
    }

    static int burst(int megabits) {
        return PACKET + (int) (megabits * 1e6 / 8 * SLACK_SECONDS);
    }

    /** Returns what begins a command line that is to run on the server's end. */
    List<String> onServerSide() {
        return List.of("ip", "netns", "exec", serverSide);
    }

    /** Returns what begins a command line that is to run on the client's end. */
    List<String> onClientSide() {
        return List.of("ip", "netns", "exec", clientSide);
    }

    private static void run(String line) throws IOException {
        List<String> command = List.of(line.split(" "));
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new IOException(command.get(0) + " is not installed: apt-get install iproute2", e);
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(line + ": " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** The link goes with its ends, and an end when the last process in it has ended. */
    private void remove() {
        List<String> left = new ArrayList<>();
        for (String side : List.of(serverSide, clientSide)) {
            if (Files.exists(Path.of("/run/netns", side))) {
                try {
                    run("ip netns del " + side);
                } catch (IOException e) {
                    left.add(e.getMessage());
                }
            }
        }
        left.forEach(each -> System.err.println("left behind: " + each));
    }

    @Override
    public void close() {
        remove();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // it runs, and finds nothing
        }
    }
}
