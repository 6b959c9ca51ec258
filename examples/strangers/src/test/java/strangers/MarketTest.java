package strangers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What README.md shows is what is here, and its commands, run one after the other against a server in a JVM of its own,
 * print what it says. {@code -Dgolden.update=true} writes what they print.
 */
@Timeout(120)
class MarketTest {

    private static final Path PAGE = Path.of("README.md");

    /** A command, and the lines up to the next or to the end of the block. */
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\$ (.*)\n((?:(?!\\$ |```).*\n)*)");

    @Test
    void thePageShowsTheContractAndAScript() throws IOException {
        assertEquals(List.of(Files.readString(Path.of("src/main/rpcidl/market.rpcidl"))), blocks("rpcidl"));
        assertEquals(List.of(Files.readString(Path.of("python/bidi_stream.py"))), blocks("python"));
    }

    @Test
    void theScriptsAreShortAndNeedNothingButPython() throws IOException {
        String page = Files.readString(PAGE);
        List<Path> scripts = scripts();
        assertEquals(8, scripts.size());
        for (Path script : scripts) {
            List<String> lines = Files.readAllLines(script);
            assertTrue(lines.size() <= 40, script + " has " + lines.size() + " lines");
            assertTrue(page.contains("\n$ python3 " + script + " 4000\n"), script + " is not run");
            lines.stream()
                    .filter(line -> line.matches("\\s*(import|from)\\b.*"))
                    .forEach(line -> assertTrue(line.matches("import (json|socket|sys)"), script + ": " + line));
        }
    }

    @Test
    void whatTheScriptsPrint() throws Exception {
        Program.require("python3");
        try (Program market = Program.java("strangers.OpenMarket", "--port", "0")) {
            assertPrinted("python3 python/.* 4000", "4000", market.port());
        }
    }

    @Test
    void whatCurlPrints() throws Exception {
        Program.require("curl");
        try (Program market = Program.java("strangers.OpenMarket", "--port", "0")) {
            assertPrinted("curl .*http://127.0.0.1:4000/.*", "4000", market.port());
        }
    }

    @Test
    void whatCurlPrintsOverTls() throws Exception {
        Program.require("curl");
        Program.require("openssl");
        Matcher certificate = Pattern.compile("openssl (?:.*\\\\\n)*.*\n").matcher(Files.readString(PAGE));
        assertTrue(certificate.find());
        try (Program openssl = Program.shell(certificate.group())) {
            assertEquals(0, openssl.exitCode());
        }
        String[] arguments = {"--port", "0", "--tls", "target/market.pem", "target/market.key"};
        try (Program market = Program.java("strangers.OpenMarket", arguments)) {
            assertPrinted("curl .*https?://127.0.0.1:4001/.*", "4001", market.port());
        }
    }

    /** Runs the commands of the page that have a form, on another port than it says, and compares the whole page. */
    private static void assertPrinted(String form, String port, String realPort) throws Exception {
        String page = Files.readString(PAGE);
        StringBuilder printed = new StringBuilder();
        Matcher commands = COMMAND.matcher(page);
        int from = 0;
        int run = 0;
        while (commands.find()) {
            String command = commands.group(1);
            if (command.matches(form)) {
                printed.append(page, from, commands.start(2));
                from = commands.end();
                try (Program program = Program.shell(command.replace(port, realPort))) {
                    printed.append(program.rest());
                }
                run++;
            }
        }
        printed.append(page, from, page.length());
        assertTrue(run >= 3, "only " + run + " commands of the form " + form);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, printed);
        }
        assertEquals(Files.readString(PAGE), printed.toString());
    }

    private static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("python"))) {
            return files.filter(file -> file.toString().endsWith(".py"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?\n)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .toList();
    }
}
