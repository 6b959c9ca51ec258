package quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.runtime.server.RpcServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The exchange in HTTP that {@code docs/wire.md} shows is one that a server of this example has. */
@Timeout(60)
class WirePageTest {

    private static final Pattern BLOCK = Pattern.compile("```http\n(.*?)\n```", Pattern.DOTALL);

    @Test
    void showsWhatIsAnsweredInHttp() throws IOException {
        List<String> blocks = BLOCK.matcher(Files.readString(Path.of("../../docs/wire.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
        assertEquals(2, blocks.size());
        String[] shown = blocks.get(1).split("\n\n", 2);
        String[] answer = exchange(blocks.get(0)).split("\r\n\r\n", 2);
        List<String> head = answer[0].lines().toList();
        assertEquals(shown[0].lines().findFirst(), head.stream().findFirst());
        shown[0].lines().forEach(line -> assertTrue(head.contains(line), line + " is not in " + head));
        assertEquals(shown[1] + "\n", answer[1]);
    }

    /** Sends a request whose connection ends with its answer, so that all of that can be read. */
    private static String exchange(String request) throws IOException {
        String[] parts = request.split("\n\n", 2);
        String head = parts[0].replace("\n", "\r\n") + "\r\nconnection: close\r\n\r\n";
        try (RpcServer server = RpcServer.builder().add(new Server()).start();
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write((head + parts[1]).getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
