package benchmark.compare;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import picocli.CommandLine.Option;

/** Whose JVM is used, and where all that is not a table goes: options of several commands. */
final class Places {

    @Option(names = "--jdk", description = "A JDK's folder. Default: the one that runs this.")
    private Path jdk = Path.of(System.getProperty("java.home"));

    @Option(names = "--out", description = "A folder for figures and logs. Default: target/results/NOW.")
    private Path out =
            Path.of("target", "results", LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss")));

    Path jdk() {
        return jdk;
    }

    Path java() {
        return jdk.resolve("bin/java");
    }

    Path out() {
        return out;
    }

    Path logs() {
        return out.resolve("logs");
    }
}
