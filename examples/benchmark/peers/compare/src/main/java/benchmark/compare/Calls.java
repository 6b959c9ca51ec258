package benchmark.compare;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Mixin
    private RunOptions options;

    @Override
    public Integer call() throws Exception {
        List<Mode> chosen = options.checked(() -> modes.stream().map(Mode::of).toList());
        List<PeerFiles> files =
                options.checked(() -> peers.stream().map(PeerFiles::named).toList());
        List<Work> works = operations.stream().map(Work::operation).toList();
        Session session = new Session(options);
        session.begin(files);
        session.measure("calls.csv", options.plan(files, chosen), works, each -> CallTable.print(System.out, each));
        for (Mode mode : chosen) {
            if (!mode.isOpen()) {
                new Chart("Calls a second, " + mode.title(), "calls/s")
                        .write(options.places().out().resolve("calls-" + mode.word()), session.all(mode));
            }
        }
        return session.end();
    }
}
