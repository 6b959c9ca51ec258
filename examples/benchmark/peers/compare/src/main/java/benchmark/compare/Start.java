package benchmark.compare;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how soon a program that starts has its first answer, all peers in turn. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures the time from the start of a JVM to its first answer: of a client whose server is warm, and of a server"
                    + " with a client in one JVM; each with the JVM's defaults, and with an archive of its classes (AppCDS) from a"
                    + " run that made a few calls. With nothing said it takes five minutes."
        })
final class Start implements Callable<Integer> {

    private static final long WARM_UP_MILLIS = 3_000;

    /** What starts: a client alone, or its server with it. */
    enum Kind {
        CLIENT("a client's JVM, its server warm"),
        BOTH("a server and a client in one JVM");

        final String title;

        Kind(String title) {
            this.title = title;
        }
    }

    /** What one program took, each time. */
    record Timed(Kind kind, boolean archived, PeerFiles peer, List<Program.Took> took) {}

    @Option(
            names = "--peers",
            split = ",",
            defaultValue = "rpcidl,grpc,grpc-tuned,thrift",
            description = "Who is measured, in this order. Default: ${DEFAULT-VALUE}.")
    private List<String> peers;

    @Option(names = "--runs", defaultValue = "11", description = "Of each, in turns. Default: ${DEFAULT-VALUE}.")
    private int runs;

    @Mixin
    private Places places;

    @Override
    public Integer call() throws Exception {
        List<PeerFiles> files = peers.stream().map(PeerFiles::named).toList();
        Files.createDirectories(places.out());
        Machine.print(System.out, places.jdk(), files);
        System.out.println("\nWhat starts has the JVM's defaults instead, and jars on its class path.");
        try (StartCsv csv = new StartCsv(places.out().resolve("start.csv"))) {
            for (Kind kind : Kind.values()) {
                StartTable.print(System.out, kind, measure(kind, files, csv));
            }
        }
        System.out.println("\nAll figures are in " + places.out());
        return 0;
    }

    private List<Timed> measure(Kind kind, List<PeerFiles> files, StartCsv csv) throws Exception {
        List<Pair> servers = new ArrayList<>();
        try {
            List<Program> programs = new ArrayList<>();
            List<Timed> timed = new ArrayList<>();
            for (PeerFiles each : files) {
                programs.add(program(kind, each, servers));
                for (boolean archived : new boolean[] {false, true}) {
                    timed.add(new Timed(kind, archived, each, new ArrayList<>()));
                }
            }
            for (int run = 0; run < runs; run++) {
                for (int i = 0; i < timed.size(); i++) {
                    int index = run % 2 == 0 ? i : timed.size() - 1 - i; // forth and back
                    Timed of = timed.get(index);
                    Program.Took took = programs.get(index / 2).run(of.archived());
                    of.took().add(took);
                    csv.add(of, run, took);
                }
                System.err.printf(Locale.ROOT, "%s: run %d of %d%n", kind.title, run + 1, runs);
            }
            return timed;
        } finally {
            servers.forEach(Pair::close);
        }
    }

    private Program program(Kind kind, PeerFiles peer, List<Pair> servers) throws Exception {
        int port = 0;
        if (kind == Kind.CLIENT) {
            Pair pair = new Pair(peer, places.java(), places.logs());
            servers.add(pair);
            pair.run("existUser", "blocking 4", WARM_UP_MILLIS);
            port = pair.port();
        }
        String folder = peer.name() + "-" + kind.name().toLowerCase(Locale.ROOT);
        Program program = new Program(peer, port, places.java(), places.logs().resolve(folder));
        System.err.println(folder + ": trains");
        program.train();
        program.run(false); // its files are in memory from now on
        program.run(true);
        return program;
    }
}
