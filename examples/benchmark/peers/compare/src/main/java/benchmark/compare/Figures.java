package benchmark.compare;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * What one round gave: calls/s, times in µs, CPU time of both processes in µs a call, bytes allocated a call, the time that both JVMs
 * compiled as a share of the round, and errors.
 */
record Figures(
        double calls, double p50, double p99, double p999, double cpu, double allocated, double compiled, long errors) {

    /** Returns this for each of the items of a call; times stay those of a call. */
    Figures each(int items) {
        return new Figures(calls * items, p50, p99, p999, cpu / items, allocated / items, compiled, errors);
    }

    /** Returns the median of each figure over some rounds; errors are added up. */
    static Figures median(List<Figures> rounds) {
        return new Figures(
                median(rounds, Figures::calls),
                median(rounds, Figures::p50),
                median(rounds, Figures::p99),
                median(rounds, Figures::p999),
                median(rounds, Figures::cpu),
                median(rounds, Figures::allocated),
                median(rounds, Figures::compiled),
                rounds.stream().mapToLong(Figures::errors).sum());
    }

    private static double median(List<Figures> rounds, ToDoubleFunction<Figures> figure) {
        return median(rounds.stream().mapToDouble(figure));
    }

    /** Returns the median of some values. */
    static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** Returns how far the rounds are from each other: half of the range, as a share of the median of calls/s. */
    static double spread(List<Figures> rounds) {
        double least = rounds.stream().mapToDouble(Figures::calls).min().orElseThrow();
        double most = rounds.stream().mapToDouble(Figures::calls).max().orElseThrow();
        return (most - least) / 2 / median(rounds, Figures::calls);
    }
}
