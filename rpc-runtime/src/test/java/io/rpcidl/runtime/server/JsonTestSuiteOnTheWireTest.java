package io.rpcidl.runtime.server;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.runtime.testing.Corpus;
import io.rpcidl.runtime.testing.EchoService;
import io.rpcidl.runtime.testing.RawSocket;
import io.rpcidl.runtime.testing.StrictJackson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

/**
 * Every document of nst/JSONTestSuite inside of a message, and then a half-close: it is answered whatever it is, with a
 * result if it is JSON and with an error if it is not, and the connection is closed.
 */
@Timeout(60)
class JsonTestSuiteOnTheWireTest {

    private static final String NAMES =
            "\"request_id\":1,\"service_name\":\"testing.v1.Echo\",\"method_name\":\"maybe\"";

    @Test
    void answersEachInABody() throws IOException {
        assertAnswers("{\"header\":{" + NAMES + "},\"body\":{\"params\":[],\"x\":", "}}");
    }

    @Test
    void answersEachInAHeader() throws IOException {
        assertAnswers("{\"header\":{\"x\":", "," + NAMES + "},\"body\":{\"params\":[]}}");
    }

    private static void assertAnswers(String before, String behind) throws IOException {
        try (RpcServer server = RpcServer.builder().add(new EchoService()).start()) {
            List<Path> documents = documents();
            assertTrue(documents.size() > 300, "documents: " + documents.size());
            assertAll(documents.stream().map(each -> (Executable) () -> {
                byte[] document = Files.readAllBytes(each);
                String answer = answer(server, before, document, behind);
                assertEquals(!isJson(each, document), answer.contains("\"error\":{"), each + ": " + answer);
                assertTrue(!isJson(each, document) || answer.contains("\"result\":null"), each + ": " + answer);
            }));
        }
    }

    /** Whether names come twice is not looked at where nobody reads them. */
    private static boolean isJson(Path file, byte[] document) {
        return StrictJackson.read(document).isPresent() || file.toString().contains("y_object_duplicated_key");
    }

    private static String answer(RpcServer server, String before, byte[] document, String behind) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        message.writeBytes(document);
        message.writeBytes(behind.getBytes(StandardCharsets.UTF_8));
        try (RawSocket socket = new RawSocket(server.port())) {
            return socket.send(message.toByteArray()).endOutput().rest();
        }
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(Corpus.folder("JSONTestSuite").resolve("test_parsing"))) {
            return files.sorted().toList();
        }
    }
}
