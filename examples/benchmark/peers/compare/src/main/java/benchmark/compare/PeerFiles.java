package benchmark.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A peer: its name, the folder of its module, and what it is, for the reader of a table. */
record PeerFiles(String name, String module, String settings, List<String> options) {

    static final String OURS = "rpcidl";
    static final String FLOOR = "floor";

    /** A link's own measure, beside which peers are measured that run over it. */
    static final PeerFiles SOCKET = new PeerFiles("socket", "load", "a bare socket");

    private static final Set<String> FLOWING = Set.of(OURS, "grpc", "grpc-tuned");

    /** All there are, in the order of a table. */
    static final List<PeerFiles> ALL = List.of(
            new PeerFiles(
                    FLOOR,
                    "floor",
                    "as many bytes as rpcidl's messages have, over one bare Netty connection for each processor; no codec, no"
                            + " dispatch"),
            new PeerFiles(OURS, "rpcidl", "server and client with nothing set"),
            new PeerFiles("grpc", "grpc", "gRPC-java 1.80.0, Netty (shaded), protobuf 4.33.4, with nothing set"),
            new PeerFiles(
                    "grpc-tuned",
                    "grpc",
                    "the same; handlers in a pool of 8 threads, callbacks on the event loop (directExecutor)"),
            new PeerFiles(
                    "thrift",
                    "thrift",
                    "Thrift 0.17.0, framed, binary; TThreadPoolServer, a connection for each calling thread"),
            new PeerFiles("dubbo", "dubbo", "Dubbo 3.3.6, protocol dubbo, Hessian 2, with nothing set, no registry"),
            new PeerFiles(
                    "spring-rest",
                    "spring",
                    "Spring Boot 3.5.16, Tomcat, Jackson, with nothing set; the JDK's HttpClient, HTTP/1.1, "
                            + "connections kept for 10 s"));

    PeerFiles(String name, String module, String settings) {
        this(name, module, settings, List.of());
    }

    static PeerFiles named(String name) {
        return ALL.stream()
                .filter(each -> each.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no peer '" + name + "': there are "
                        + String.join(", ", ALL.stream().map(PeerFiles::name).toList())));
    }

    /** Returns one that has streams and large messages here. */
    static PeerFiles flowing(String name) {
        PeerFiles peer = named(name);
        if (!FLOWING.contains(name)) {
            throw new IllegalArgumentException("neither streams nor large messages are measured for " + name);
        }
        return peer;
    }

    /** Returns the floor with requests and replies of so many bytes. */
    PeerFiles withSizes(String word, double[] bytes) {
        return with("-Dfloor.sizes=%s:%d:%d".formatted(word, Math.round(bytes[0]), Math.round(bytes[1])));
    }

    PeerFiles with(String option) {
        List<String> all = new ArrayList<>(options);
        all.add(option);
        return new PeerFiles(name, module, settings, all);
    }

    /** Returns the class path that the build has written down. */
    String classPath() throws IOException {
        Path target = Path.of("peers", module, "target").toAbsolutePath();
        return target.resolve("classes") + ":"
                + Files.readString(target.resolve("peer.classpath"), StandardCharsets.UTF_8)
                        .strip();
    }
}
