package io.rpcidl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sessions that the documentation shows print what it says: each page in a folder of its own, by a JVM of its own. */
class DocumentedSessionsTest {

    private static final Pattern FENCE =
            Pattern.compile("(?ms)^```((?:rpcidl|thrift) file=(?<file>\\S+)|console)\\n(?<text>.*?)^```$");

    @TempDir
    Path folder;

    private int code;

    @ParameterizedTest
    @ValueSource(strings = {"cli.md", "model.md", "coming-from-thrift.md"})
    void printWhatThePageSays(String page) throws IOException {
        Matcher fence = FENCE.matcher(Files.readString(Path.of("../docs", page)));
        int sessions = 0;
        while (fence.find()) {
            if (fence.group("file") != null) {
                Path file = folder.resolve(fence.group("file"));
                Files.createDirectories(file.getParent());
                Files.writeString(file, fence.group("text"));
            } else {
                assertEquals(fence.group("text"), session(fence.group("text")));
                sessions++;
            }
        }
        assertTrue(sessions > 0, page);
    }

    /** Returns the text of a session with what its commands really print. */
    private String session(String text) throws IOException {
        StringBuilder actual = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (line.equals("$ echo $?")) {
                actual.append(line).append('\n').append(code).append('\n');
            } else if (line.startsWith("$ rpc ")) {
                actual.append(line)
                        .append('\n')
                        .append(run(line.substring("$ rpc ".length()).split(" ")));
            }
        }
        return actual.toString();
    }

    private String run(String... arguments) throws IOException {
        Jvm.Result result = Jvm.same().run(folder, List.of(arguments));
        code = result.code();
        return result.output();
    }
}
