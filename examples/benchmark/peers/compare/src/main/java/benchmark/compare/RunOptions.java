package benchmark.compare;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be said of all measurements alike. */
final class RunOptions {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--rounds", defaultValue = "3", description = "Rounds, forth and back. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "5", description = "Of each round. Default: ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "20",
            description = "Seconds at least, then until it gets no faster; 0 for none. Default: ${DEFAULT-VALUE}.")
    private double warmUp;

    @Option(
            names = "--jdk",
            converter = FromWhereTheUserStands.class,
            description = "A JDK's folder. Default: the one that runs this.")
    private Path jdk = Path.of(System.getProperty("java.home"));

    @Option(
            names = "--out",
            converter = FromWhereTheUserStands.class,
            description = "A folder for figures and charts. Default: examples/benchmark/target/results/NOW.")
    private Path out = Path.of("target", "results", LocalDateTime.now().format(NAME));

    Path jdk() {
        return jdk;
    }

    Path out() {
        return out;
    }

    Plan plan(List<PeerFiles> peers, List<Mode> modes) {
        return new Plan(peers, modes, rounds, (long) (seconds * 1_000), (long) (warmUp * 1_000));
    }

    /** Returns what the arguments mean; that they mean nothing is the user's mistake. */
    <T> T checked(Callable<T> value) throws Exception {
        try {
            return value.call();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** The script runs this from a folder of its own, and says where it was called from. */
    private static final class FromWhereTheUserStands implements ITypeConverter<Path> {

        @Override
        public Path convert(String path) {
            return Path.of(System.getProperty("benchmark.from", "")).resolve(path);
        }
    }
}
