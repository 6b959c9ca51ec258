package benchmark.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures large messages, and small calls beside them, all peers in turn. */
@Command(
        name = "large",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures calls whose body is large and sent back, and how long small calls take while others of the same client are"
                    + " large. With nothing said it takes half an hour.",
            "",
            "Examples:",
            "  run large --sizes 1 --bodies text --threads 4 --beside 0",
            "  run large --sizes 0 --beside 20,50"
        })
final class Large implements Callable<Integer> {

    private static final int MIB = 1024 * 1024;
    private static final int CALLS_COUNTED = 20;
    private static final int MOST = 10; // base64 makes a third more of it
    private static final String LIMIT = "-Dload.limit=" + 16 * MIB;

    @Option(
            names = "--sizes",
            split = ",",
            defaultValue = "1,4",
            description = "MiB of a body; 0 for none of these calls. Default: ${DEFAULT-VALUE}.")
    private List<Integer> sizes;

    @Option(
            names = "--bodies",
            split = ",",
            defaultValue = "text,lines,bytes",
            description = "What a body is: text of one line, text of many lines, or bytes. Default: ${DEFAULT-VALUE}.")
    private List<Body> bodies;

    @Option(
            names = "--threads",
            split = ",",
            defaultValue = "1,4",
            description = "How many threads call. Default: ${DEFAULT-VALUE}.")
    private List<Integer> threads;

    @Option(
            names = "--beside",
            split = ",",
            defaultValue = "20",
            description =
                    "Calls a second with 1 MiB of text each way, beside which small ones are measured; 0 for none."
                            + " Default: ${DEFAULT-VALUE}.")
    private List<Integer> beside;

    @Option(
            names = "--peers",
            split = ",",
            defaultValue = "rpcidl,grpc,grpc-tuned",
            description =
                    "Who is measured, in this order. Default: ${DEFAULT-VALUE}, which are all that have these here.")
    private List<String> peers;

    @Mixin
    private RunOptions options;

    private enum Body {
        TEXT,
        LINES,
        BYTES;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() throws Exception {
        List<PeerFiles> files = options.checked(() ->
                peers.stream().map(each -> PeerFiles.flowing(each).with(LIMIT)).toList());
        List<Mode> modes = options.checked(
                () -> threads.stream().map(each -> Mode.of("blocking-" + each)).toList());
        Session session = new Session(options);
        session.begin(files);
        System.out.println("- all: messages of up to 16 MiB");
        for (int size : sizes.stream().filter(each -> each > 0).toList()) {
            session.measure(
                    "large-" + size + ".csv",
                    options.plan(files, modes),
                    options.checked(() -> works(size)),
                    each -> table(size).print(System.out, heading(each.get(0)), each));
        }
        for (Mode mode : modes) {
            new Chart("Calls a second with large bodies, " + mode.title(), "calls/s")
                    .write(options.places().out().resolve("large-" + mode.count()), session.all(mode));
        }
        measureBeside(session, files);
        return session.end();
    }

    private void measureBeside(Session session, List<PeerFiles> files) throws Exception {
        List<Mode> modes = new ArrayList<>(List.of(Mode.FEW));
        beside.stream().filter(each -> each > 0).map(Mode::beside).forEach(modes::add);
        if (modes.size() > 1) {
            List<Work> small = List.of(Work.operation("existUser"));
            session.measure("beside.csv", options.plan(files, modes), small, each -> CallTable.print(System.out, each));
        }
    }

    private List<Work> works(int size) {
        if (size > MOST) {
            throw new IllegalArgumentException("a body has at most " + MOST + " MiB, not " + size);
        }
        return bodies.stream()
                .map(body ->
                        new Work(body.word() + "-" + size * MIB, size + " MiB of " + body.word(), 1, CALLS_COUNTED))
                .toList();
    }

    private static Table table(int size) {
        return new Table()
                .column("calls/s", "%,.1f", each -> each.figures().calls())
                .column("±", "%.0f %%", each -> Figures.spread(each.rounds()) * 100)
                .oursByTheirs("rpcidl's, as a multiple", Figures::calls)
                .column("MiB/s each way", "%,.0f", each -> each.figures().calls() * size)
                .column("p50 ms", "%,.1f", each -> each.figures().p50() / 1e3)
                .column("p99 ms", "%,.1f", each -> each.figures().p99() / 1e3)
                .column("CPU ms a call", "%.2f", each -> each.figures().cpu() / 1e3)
                .theirsByOurs("times rpcidl's", Figures::cpu)
                .column("bytes: request", "%,.0f", each -> each.bytes()[0])
                .column("reply", "%,.0f", each -> each.bytes()[1])
                .column("MiB allocated a call", "%,.1f", each -> each.figures().allocated() / MIB)
                .column("errors", "%.0f", each -> each.figures().errors());
    }

    private static String heading(Measured measured) {
        return measured.operation() + ", sent back, " + measured.mode().title();
    }
}
