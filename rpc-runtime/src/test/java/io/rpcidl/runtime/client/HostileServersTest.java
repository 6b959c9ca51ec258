package io.rpcidl.runtime.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.runtime.Processed;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.testing.ScriptedServer;
import io.rpcidl.runtime.testing.contract.Echo;
import io.rpcidl.runtime.testing.contract.EchoAsync;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Servers that go wrong in the middle of an answer, beside the cases of {@code docs/conformance/client.json}: the call
 * fails with a reason, and no other is touched.
 */
@Timeout(60)
class HostileServersTest {

    private static final String HEADER =
            "{\"header\":{\"request_id\":ID,\"service_name\":\"testing.v1.Echo\",\"method_name\":\"echo\"}";
    private static final String ANSWER = HEADER + ",\"body\":{\"result\":\"ok\"}}\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            close | ``                                   | UNAVAILABLE | lost while testing.v1.Echo.echo was in flight: closed by the other side
            close | HEADER                               | UNAVAILABLE | lost while testing.v1.Echo.echo was in flight: closed by the other side
            close | HEADER,"body":{"result":"o           | UNAVAILABLE | lost while testing.v1.Echo.echo was in flight: closed by the other side
            reset | ``                                   | UNAVAILABLE | lost while testing.v1.Echo.echo was in flight: connection reset
            reset | HEADER,"body":{"result":"o           | UNAVAILABLE | lost while testing.v1.Echo.echo was in flight: connection reset
            hold  | HEADER,"body":{"result":\\u0000"o"}} | INTERNAL    | broken JSON at offset 98: control character
            hold  | HTTP/1.1 400 Bad Request             | INTERNAL    | JSON
            """)
    void failTheirCallWithAReasonAndNoOther(String end, String text, StatusCode code, String reason) throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (ScriptedServer wrong = new ScriptedServer((in, socket) -> {
                    String id = in.readLine().replaceFirst(".*\"request_id\":(\\d+).*", "$1");
                    write(
                            socket,
                            text.replace("HEADER", HEADER).replace("ID", id).replace("\\u0000", "\0"));
                    if (end.equals("hold")) {
                        over.await(20, TimeUnit.SECONDS);
                    } else if (end.equals("reset")) {
                        socket.setSoLinger(true, 0);
                    }
                });
                ScriptedServer right = new ScriptedServer((in, socket) -> {
                    String id = in.readLine().replaceFirst(".*\"request_id\":(\\d+).*", "$1");
                    over.await(20, TimeUnit.SECONDS);
                    write(socket, ANSWER.replace("ID", id));
                });
                RpcClient toWrong = RpcClient.connect(wrong.target());
                RpcClient toRight = RpcClient.connect(right.target())) {
            CompletableFuture<String> other = EchoAsync.stub(toRight).echo("other");
            RpcException thrown =
                    assertThrows(RpcException.class, () -> Echo.stub(toWrong).echo("a"));
            assertEquals(code, thrown.code(), thrown.getMessage());
            assertTrue(thrown.getMessage().contains(reason), thrown.getMessage());
            assertNotEquals(Processed.NO, thrown.status().processed());
            over.countDown();
            assertEquals("ok", other.get());
        } finally {
            over.countDown();
        }
    }

    /** Many calls share a connection: what is wrong with one answer, and is right JSON, is that call's alone. */
    @Test
    void spoilOneAnswerOfManyOnOneConnection() throws Exception {
        int calls = 20;
        try (ScriptedServer server = new ScriptedServer((in, socket) -> {
                    in.readLine();
                    write(socket, ANSWER.replace("ID", "1,\"accept\":{\"wire\":1}"));
                    StringBuilder answers = new StringBuilder();
                    for (int i = 0; i < calls; i++) {
                        String line = in.readLine();
                        String id = line.replaceFirst(".*\"request_id\":(\\d+).*", "$1");
                        String wrong =
                                line.contains("\"3\"") ? "\"body\":{\"result\":{}}" : "\"body\":{\"result\":\"ok\"}";
                        answers.append("{\"header\":{\"kind\":\"odd\",\"request_id\":" + id + "},\"body\":{}}\n");
                        answers.append("{\"header\":{\"request_id\":" + (1_000 + i) + "},\"body\":{\"result\":1}}\n");
                        answers.append(HEADER.replace("ID", id))
                                .append(',')
                                .append(wrong)
                                .append("}\n");
                        answers.append(HEADER.replace("ID", id)).append(",\"body\":{\"result\":\"twice\"}}\n");
                    }
                    write(socket, answers.toString());
                    in.readLine();
                });
                RpcClient client = RpcClient.connect(server.target())) {
            Echo.stub(client).echo("accepts");
            List<CompletableFuture<String>> all = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                all.add(EchoAsync.stub(client).echo("" + i));
            }
            for (int i = 0; i < calls; i++) {
                String outcome = all.get(i)
                        .handle((text, thrown) -> text == null ? "failed" : text)
                        .get();
                assertEquals(i == 3 ? "failed" : "ok", outcome);
            }
            assertEquals(1, server.connections.get());
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
