package benchmark.compare;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures calls over a link that is slow. */
@Command(
        name = "link",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures calls over a link between two network namespaces, shaped to so many Mbit/s: how long a text of 4 MB takes"
                    + " beside what is possible, T = R / v, and beside a bare socket; and listUser, one call and 1,000 of them,"
                    + " uncompressed and compressed on both sides. Linux, as root; what it makes is gone afterwards. With nothing"
                    + " said it takes five minutes."
        })
final class Link implements Callable<Integer> {

    private static final int WARM_UPS = 10;

    @Option(
            names = "--mbit",
            split = ",",
            defaultValue = "100,10",
            description = "How fast the link is. Default: ${DEFAULT-VALUE}.")
    private List<Integer> speeds;

    @Option(
            names = "--peers",
            split = ",",
            defaultValue = "rpcidl,grpc",
            description = "Who is measured, of rpcidl and grpc. Default: ${DEFAULT-VALUE}.")
    private List<String> peers;

    @Option(names = "--rounds", defaultValue = "5", description = "Rounds, forth and back. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Mixin
    private Places places;

    @Override
    public Integer call() throws Exception {
        LinkNet.check();
        List<PeerFiles> files = peers.stream().map(PeerFiles::named).toList();
        Files.createDirectories(places.out());
        Machine.print(System.out, places.jdk(), files);
        System.out.println(
                "- compressed: rpcidl with allowDeflate() and deflate(), grpc with gzip of requests and of replies");
        System.out.println("- socket: a bare socket, and as many bytes as rpcidl's call has");
        Map<LinkSide, double[]> sides = new LinkedHashMap<>();
        for (boolean compressed : new boolean[] {false, true}) {
            for (PeerFiles each : files) {
                LinkSide side = new LinkSide(each, compressed);
                System.err.println(side.title() + ": bytes are counted");
                sides.put(side, side.bytes(places.java(), places.logs()));
            }
        }
        double[] first = sides.values().iterator().next();
        PeerFiles socket =
                PeerFiles.SOCKET.with("-Dsocket.sizes=%d:%d".formatted(Math.round(first[0]), Math.round(first[1])));
        Map<LinkSide, double[]> all = new LinkedHashMap<>();
        all.put(new LinkSide(socket, false), first);
        all.putAll(sides);
        measure(all);
        System.out.println("\nAll figures are in " + places.out());
        return 0;
    }

    private void measure(Map<LinkSide, double[]> sides) throws Exception {
        List<LinkPair> pairs = new ArrayList<>();
        try (LinkNet net = new LinkNet();
                LinkCsv csv = new LinkCsv(places.out().resolve("link.csv"))) {
            try {
                for (LinkSide each : sides.keySet()) {
                    pairs.add(each.over(net, places.java(), places.logs()));
                }
                LinkTurns turns = new LinkTurns(pairs, rounds, csv);
                for (int i = 0; i < WARM_UPS; i++) {
                    turns.warmUp();
                }
                for (int speed : speeds) {
                    net.shape(speed);
                    LinkTable.print(System.out, speed, sides, turns.run(speed));
                }
            } finally {
                pairs.forEach(LinkPair::close);
            }
        }
    }
}
