package benchmark.compare;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Says on what, and with which settings, all was measured. */
final class Machine {

    private Machine() {}

    static void print(PrintStream out, Path jdk, List<PeerFiles> peers) throws IOException {
        out.printf(
                "JDK %s, %s %s, %d processors; each JVM with %s.%n%n",
                version(jdk),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                String.join(" ", Jvm.OPTIONS));
        peers.forEach(each -> out.printf("- %s: %s%n", each.name(), each.settings()));
    }

    private static String version(Path jdk) throws IOException {
        Process process = new ProcessBuilder(jdk.resolve("bin/java").toString(), "-version")
                .redirectErrorStream(true)
                .start();
        String[] words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\"");
        return words.length > 1 ? words[1] : "of an unknown version";
    }
}
