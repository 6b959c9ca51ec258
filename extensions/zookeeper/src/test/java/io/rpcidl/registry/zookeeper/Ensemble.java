package io.rpcidl.registry.zookeeper;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.RetryOneTime;
import org.apache.zookeeper.server.quorum.QuorumPeerMain;

/** Three ZooKeepers, each a process of its own at 127.0.0.1, so that they can be killed and stopped. */
final class Ensemble implements AutoCloseable {

    static final int SIZE = 3;
    private static final int TICK_MILLIS = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final int[] ports = new int[SIZE];
    private final Process[] members = new Process[SIZE];

    private Ensemble(Path folder) {
        this.folder = folder;
    }

    static Ensemble start(Path folder) throws Exception {
        Ensemble ensemble = new Ensemble(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(ensemble::close)); // nobody is left if a test is ended
        StringBuilder servers = new StringBuilder();
        for (int i = 0; i < SIZE; i++) {
            ensemble.ports[i] = Ports.free();
            servers.append("server.%d=127.0.0.1:%d:%d;127.0.0.1:%d%n"
                    .formatted(i + 1, Ports.free(), Ports.free(), ensemble.ports[i]));
        }
        for (int i = 0; i < SIZE; i++) {
            Path home = Files.createDirectories(folder.resolve("member-" + i));
            Files.writeString(home.resolve("myid"), Integer.toString(i + 1));
            Files.writeString(folder.resolve(i + ".cfg"), """
                    tickTime=%d
                    initLimit=20
                    syncLimit=6
                    minSessionTimeout=1000
                    admin.enableServer=false
                    quorumListenOnAllIPs=false
                    dataDir=%s
                    """.formatted(TICK_MILLIS, home) + servers);
            ensemble.start(i);
        }
        ensemble.awaitUp();
        return ensemble;
    }

    int[] ports() {
        return ports.clone();
    }

    void start(int member) throws IOException {
        members[member] = run(folder.resolve(member + ".cfg"));
    }

    /** Starts a ZooKeeper; what it says goes into a file beside its configuration. */
    static Process run(Path configuration) throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dorg.slf4j.simpleLogger.log.org.apache.zookeeper=warn",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                QuorumPeerMain.class.getName(),
                configuration.toString());
        File log = new File(configuration + ".log");
        return command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    /** Ends one as the power does. */
    void kill(int member) throws InterruptedException {
        members[member].destroyForcibly();
        members[member].waitFor();
    }

    /** Lets one be there and do nothing, or go on. */
    void freeze(int member, boolean frozen) throws IOException, InterruptedException {
        String signal = frozen ? "-STOP" : "-CONT";
        String pid = Long.toString(members[member].pid());
        new ProcessBuilder("kill", signal, pid).start().waitFor();
    }

    /** Waits until every member that should be is a member of a majority. */
    void awaitUp() throws Exception {
        for (int i = 0; i < SIZE; i++) {
            if (members[i].isAlive()) {
                awaitUp(ports[i]);
            }
        }
    }

    private static void awaitUp(int port) throws Exception {
        try (CuratorFramework client =
                CuratorFrameworkFactory.newClient("127.0.0.1:" + port, 5_000, 5_000, new RetryOneTime(100))) {
            client.start();
            if (!client.blockUntilConnected((int) PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("no ZooKeeper at " + port);
            }
        }
    }

    /** Returns the member that leads the others. */
    int leader() throws IOException {
        for (int i = 0; i < SIZE; i++) {
            if (members[i].isAlive() && says(ports[i]).contains("Mode: leader")) {
                return i;
            }
        }
        throw new AssertionError("nobody leads");
    }

    /** Asks one what it is; {@code srvr} is what every ZooKeeper answers. */
    private static String says(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("srvr".getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    List<Integer> followers() throws IOException {
        int leader = leader();
        List<Integer> followers = new ArrayList<>(List.of(0, 1, 2));
        followers.remove(Integer.valueOf(leader));
        return followers;
    }

    @Override
    public void close() {
        for (Process member : members) {
            if (member != null) {
                member.destroyForcibly();
            }
        }
    }
}
