package benchmark.compare;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be said of all measurements alike. */
final class RunOptions {

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

    @Mixin
    private Places places;

    Places places() {
        return places;
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
}
