package commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The script prints what expected.txt says, but for ports and times: here with the classes of this build, so that nothing has to
 * be packaged. {@code -Dgolden.update=true} writes what it prints.
 */
class RunTest {

    private static final Path EXPECTED = Path.of("src/test/resources/expected.txt");

    @Test
    @Timeout(300)
    void printsWhatIsExpected() throws Exception {
        List<String> classPath = new ArrayList<>();
        for (String each : System.getProperty("java.class.path").split(File.pathSeparator)) {
            classPath.add(Path.of(each).toAbsolutePath().toString());
        }
        ProcessBuilder script = new ProcessBuilder("./run").redirectErrorStream(true);
        script.environment().put("RPC_CLASSPATH", String.join(File.pathSeparator, classPath));
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        script.environment().merge("PATH", java, (old, own) -> own + File.pathSeparator + old);
        Process process = script.start();
        String printed;
        try {
            process.getOutputStream().close();
            printed = steady(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            assertEquals(0, process.waitFor(), printed);
        } finally {
            process.destroy(); // which ends its servers
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(EXPECTED.getParent());
            Files.writeString(EXPECTED, printed);
        }
        assertEquals(expected(), printed);
    }

    private static String expected() throws IOException {
        return Files.readString(EXPECTED);
    }

    /** Gives ports names in the order of their appearance, and takes times out. */
    private static String steady(String printed) {
        Map<String, String> ports = new LinkedHashMap<>();
        String named = Pattern.compile("(?<=127\\.0\\.0\\.1:)[0-9]+")
                .matcher(printed)
                .replaceAll(port -> ports.computeIfAbsent(port.group(), each -> "PORT-" + (ports.size() + 1)));
        return named.replaceAll("(attempt [0-9]+), .*", "$1, TIME");
    }
}
