package benchmark.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures streams, all peers in turn. */
@Command(
        name = "streams",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures streams that a server sends, and streams that a client sends: how many items a second get through. With"
                    + " nothing said it takes twenty minutes.",
            "",
            "Example:",
            "  run streams --sizes 22 --at-once 1 --peers rpcidl,grpc-tuned"
        })
final class Streams implements Callable<Integer> {

    private static final int STREAMS_COUNTED = 10;

    @Option(
            names = "--sizes",
            split = ",",
            defaultValue = "22,1000",
            description = "Characters of an item's text; it also has an id. Default: ${DEFAULT-VALUE}.")
    private List<Integer> sizes;

    @Option(names = "--items", defaultValue = "10000", description = "Items of a stream. Default: ${DEFAULT-VALUE}.")
    private int items;

    @Option(
            names = "--at-once",
            split = ",",
            defaultValue = "1,8",
            description = "How many streams there are at once. Default: ${DEFAULT-VALUE}.")
    private List<Integer> atOnce;

    @Option(
            names = "--peers",
            split = ",",
            defaultValue = "rpcidl,grpc,grpc-tuned",
            description =
                    "Who is measured, in this order. Default: ${DEFAULT-VALUE}, which are all that have streams here.")
    private List<String> peers;

    @Mixin
    private RunOptions options;

    @Override
    public Integer call() throws Exception {
        List<PeerFiles> files =
                options.checked(() -> peers.stream().map(PeerFiles::flowing).toList());
        List<Mode> modes = options.checked(
                () -> atOnce.stream().map(each -> Mode.of("blocking-" + each)).toList());
        Session session = new Session(options);
        session.begin(files);
        for (int size : sizes) {
            session.measure(
                    "streams-" + size + ".csv",
                    options.plan(files, modes),
                    options.checked(() -> works(size)),
                    each -> table(size).print(System.out, heading(each.get(0)), each));
        }
        for (Mode mode : modes) {
            new Chart("Items a second, " + streams(mode), "items/s")
                    .write(options.places().out().resolve("streams-" + mode.count()), session.all(mode));
        }
        return session.end();
    }

    private List<Work> works(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("an item has 1 character at least, not " + size);
        }
        List<Work> works = new ArrayList<>();
        for (String way : List.of("download", "upload")) {
            works.add(new Work(
                    way + "-" + size + "-" + items,
                    "%s sends, %,d characters".formatted(way.equals("download") ? "server" : "client", size),
                    items,
                    STREAMS_COUNTED));
        }
        return works;
    }

    private static Table table(int size) {
        return new Table()
                .column("items/s", "%,.0f", each -> each.figures().calls())
                .column("±", "%.0f %%", each -> Figures.spread(each.rounds()) * 100)
                .oursByTheirs("rpcidl's, as a multiple", Figures::calls)
                .column("MB/s of text", "%,.1f", each -> each.figures().calls() * size / 1e6)
                .column("CPU µs an item", "%.2f", each -> each.figures().cpu())
                .theirsByOurs("times rpcidl's", Figures::cpu)
                .column("bytes an item: to the server", "%,.1f", each -> each.bytes()[0])
                .column("to the client", "%,.1f", each -> each.bytes()[1])
                .column(
                        "bytes allocated an item",
                        "%,.0f",
                        each -> each.figures().allocated())
                .column("errors", "%.0f", each -> each.figures().errors());
    }

    private String heading(Measured measured) {
        return String.format(Locale.ROOT, "%s, %,d items, %s", measured.operation(), items, streams(measured.mode()));
    }

    private static String streams(Mode mode) {
        return mode.count() == 1 ? "one stream at a time" : mode.count() + " streams at once";
    }
}
