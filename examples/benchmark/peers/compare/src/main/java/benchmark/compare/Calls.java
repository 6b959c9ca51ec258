package benchmark.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures calls, all peers in turn. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures rpcidl's calls beside its peers', each with a server and a client in JVMs of their own, and prints a"
                    + " Markdown table for each operation and mode. With nothing said it takes an hour and a half.",
            "",
            "Examples:",
            "  run --ops existUser --modes async-128 --peers rpcidl,grpc-tuned",
            "  run --modes virtual-256,blocking-256 --jdk /usr/lib/jvm/jdk-25"
        })
final class Calls implements Callable<Integer> {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss");

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--ops",
            split = ",",
            defaultValue = "existUser,createUser,getUser,listUser",
            description = "Operations. Default: ${DEFAULT-VALUE}.")
    private List<String> operations;

    @Option(
            names = "--modes",
            split = ",",
            defaultValue = "blocking-1,blocking-32,blocking-128,async-128,open",
            description = {
                "How calls are made: blocking-N by N threads, virtual-N by N virtual threads (Java 21 or newer), async-N by one"
                        + " thread with N in flight, open at half of the slowest peer's peak. Default: ${DEFAULT-VALUE}."
            })
    private List<String> modes;

    @Option(
            names = "--peers",
            split = ",",
            defaultValue = "floor,rpcidl,grpc,grpc-tuned,thrift,dubbo,spring-rest",
            description = "Who is measured, in this order. Default: ${DEFAULT-VALUE}.")
    private List<String> peers;

    @Option(names = "--rounds", defaultValue = "3", description = "Rounds, forth and back. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "5", description = "Of each round. Default: ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "20",
            description = "Seconds at least, then until it gets no faster; 0 for none. Default: ${DEFAULT-VALUE}.")
    private double warmUp;

    @Option(names = "--jdk", description = "A JDK's folder. Default: the one that runs this.")
    private Path jdk = Path.of(System.getProperty("java.home"));

    @Option(names = "--out", description = "A folder for figures and charts. Default: target/results/NOW.")
    private Path out = Path.of("target", "results", LocalDateTime.now().format(NAME));

    @Override
    public Integer call() throws Exception {
        List<Mode> chosen = checked(() -> modes.stream().map(Mode::of).toList());
        List<PeerFiles> files =
                checked(() -> peers.stream().map(PeerFiles::named).toList());
        Files.createDirectories(out);
        Machine.print(System.out, jdk, files);
        List<Measured> all = new ArrayList<>();
        Plan plan = new Plan(files, chosen, rounds, (long) (seconds * 1_000), (long) (warmUp * 1_000));
        try (Csv csv = new Csv(out.resolve("calls.csv"))) {
            Turns turns = new Turns(plan, jdk.resolve("bin/java"), out.resolve("logs"), csv);
            for (String operation : operations) {
                for (List<Measured> ofMode : turns.run(operation)) {
                    CallTable.print(System.out, ofMode);
                    all.addAll(ofMode);
                }
            }
        }
        Charts.write(out, all);
        System.out.println("All figures and the charts are in " + out);
        long errors = all.stream().mapToLong(each -> each.figures().errors()).sum();
        if (errors > 0) {
            System.err.println(
                    errors + " calls failed: these figures are worth nothing; the logs are in " + out.resolve("logs"));
            return 1;
        }
        return 0;
    }

    private <T> T checked(Callable<T> value) throws Exception {
        try {
            return value.call();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
