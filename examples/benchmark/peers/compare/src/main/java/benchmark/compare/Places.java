package benchmark.compare;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** Whose JVM is used, and where all that is not a table goes: options of all commands. */
final class Places {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss");

    @Option(
            names = "--jdk",
            converter = FromWhereTheUserStands.class,
            description = "A JDK's folder. Default: the one that runs this.")
    private Path jdk = Path.of(System.getProperty("java.home"));

    @Option(
            names = "--out",
            converter = FromWhereTheUserStands.class,
            description = "A folder for figures, charts and logs. Default: examples/benchmark/target/results/NOW.")
    private Path out = Path.of("target", "results", LocalDateTime.now().format(NAME));

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

    /** The script runs this from a folder of its own, and says where it was called from. */
    private static final class FromWhereTheUserStands implements ITypeConverter<Path> {

        @Override
        public Path convert(String path) {
            return Path.of(System.getProperty("benchmark.from", "")).resolve(path);
        }
    }
}
