package quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.runtime.server.RpcServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows is what this example is made of, and what it says over the wire. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..", "..");

    @Test
    void showsTheContract() throws IOException {
        assertEquals(List.of(read("src/main/rpcidl/shop.rpcidl").strip()), blocks("rpcidl"));
    }

    @Test
    void showsTheCode() throws IOException {
        String code = read("src/main/java/quickstart/Server.java") + read("src/main/java/quickstart/Client.java");
        List<String> blocks = blocks("java");
        assertEquals(3, blocks.size());
        blocks.forEach(block -> assertTrue(code.contains(block), block));
    }

    @Test
    void showsTheBuildOfAUsersProject() throws IOException {
        String pom = Files.readString(ROOT.resolve(".ci/invoker/src/test/projects/single/pom.xml"));
        for (String block : blocks("xml")) {
            String ofEveryVersion = block.replaceAll("<version>[^<]+<", "<version>\\${rpcidl.version}<");
            assertTrue(pom.contains(ofEveryVersion), ofEveryVersion);
        }
    }

    @Test
    void showsWhatGoesOverTheWire() throws IOException {
        String[] exchange = blocks("json").get(0).split("\n");
        try (RpcServer server = RpcServer.builder().add(new Server()).start();
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(exchange[0].getBytes(StandardCharsets.UTF_8));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertEquals(exchange[1], in.readLine());
        }
    }

    private static List<String> blocks(String language) throws IOException {
        Matcher blocks = Pattern.compile("```" + language + "\n(.*?)\n```", Pattern.DOTALL)
                .matcher(Files.readString(ROOT.resolve("README.md")));
        List<String> found = new ArrayList<>();
        while (blocks.find()) {
            found.add(blocks.group(1));
        }
        return found;
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of(file));
    }
}
