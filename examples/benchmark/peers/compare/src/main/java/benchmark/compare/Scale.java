package benchmark.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what a call costs when a server has few connections and many, all peers in turn. */
@Command(
        name = "scale",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures calls of one client JVM that has 1, 10, 100 and 1,000 clients, each with connections of its own, called by"
                    + " turns, and what the server keeps for them. All JVMs are there at once and take turns: with nothing said"
                    + " 24, for which 16 GB should be free, and half an hour.",
            "",
            "Example: scale --clients 1,100 --peers rpcidl,grpc-tuned --modes blocking-32"
        })
final class Scale implements Callable<Integer> {

    @Option(
            names = "--clients",
            split = ",",
            defaultValue = "1,10,100,1000",
            description = "How many; the first is what others are compared with. Default: ${DEFAULT-VALUE}.")
    private List<Integer> clients;

    @Option(
            names = "--peers",
            split = ",",
            defaultValue = "floor,rpcidl,grpc-tuned",
            description = "Who is measured, in this order. Default: ${DEFAULT-VALUE}.")
    private List<String> peers;

    @Option(
            names = "--modes",
            split = ",",
            defaultValue = "blocking-32,async-128",
            description = "How calls are made, blocking-N or async-N. Default: ${DEFAULT-VALUE}.")
    private List<String> modes;

    @Option(
            names = "--operation",
            defaultValue = "existUser",
            description = "What is called. Default: ${DEFAULT-VALUE}.")
    private String operation;

    @Mixin
    private RunOptions options;

    @Override
    public Integer call() throws Exception {
        List<PeerFiles> files =
                options.checked(() -> peers.stream().map(PeerFiles::named).toList());
        List<Mode> chosen = options.checked(() -> modes.stream().map(Mode::of).toList());
        Session session = new Session(options);
        session.begin(files);
        System.out.println(
                "\nThe heap of a server is touched before it starts (-XX:+AlwaysPreTouch), so that what is resident"
                        + " outside of it can be told.");
        List<Scaled> all = new ArrayList<>();
        Places places = options.places();
        try (ScaleCsv csv = new ScaleCsv(places.out().resolve("scale.csv"));
                ScaleTurns turns = new ScaleTurns(options.plan(files, chosen), clients, operation, places, csv)) {
            for (Mode mode : chosen) {
                List<Scaled> scaled = turns.run(mode);
                ScaleTable.print(System.out, operation, mode, scaled);
                all.addAll(scaled);
            }
        }
        return session.end(
                all.stream().mapToLong(each -> each.figures().errors()).sum());
    }

    /**
     * What a peer's rounds gave with so many clients, what of the CPU time of a call was the server's, and what it kept then: heap, all
     * that is resident, sockets.
     */
    record Scaled(PeerFiles peer, int clients, List<Figures> rounds, List<Double> serverCpus, double[] memory) {

        double serverCpu() {
            return Figures.median(serverCpus.stream().mapToDouble(each -> each));
        }

        Figures figures() {
            return Figures.median(rounds);
        }
    }
}
