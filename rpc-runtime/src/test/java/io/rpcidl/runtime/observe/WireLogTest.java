package io.rpcidl.runtime.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.json.JsonValue;
import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.ItemSink;
import io.rpcidl.runtime.ItemWriter;
import io.rpcidl.runtime.RpcStream;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.stub.DynamicStub;
import io.rpcidl.runtime.testing.RawSocket;
import io.rpcidl.runtime.testing.vault.Account;
import io.rpcidl.runtime.testing.vault.Key;
import io.rpcidl.runtime.testing.vault.LockedException;
import io.rpcidl.runtime.testing.vault.Pin;
import io.rpcidl.runtime.testing.vault.Vault;
import io.rpcidl.runtime.testing.vault.VaultHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Messages in the log, as they are but for secrets. Every secret of these tests has the word in it. */
@Timeout(60)
class WireLogTest {

    private static final Account ACCOUNT = Account.builder()
            .name("anna")
            .password("my-secret")
            .hints(List.of("one-secret", "two \"secret\""))
            .pin(new Pin("pin-secret"))
            .key(Key.secret("key-secret"))
            .since(LocalDate.of(1999, 12, 31))
            .uses(Map.of(new Pin("used-secret"), 7))
            .build();
    private static final int MANY = 40;
    private static final String MASKED =
            "{\"name\":\"anna\",\"password\":\"***\",\"hints\":\"***\",\"pin\":\"***\",\"key\":{\"secret\":\"***\"},\"since\":\"***\",\"uses\":\"***\"}";
    private static final String HEADER =
            "{\"header\":{\"request_id\":%d,\"service_name\":\"testing.vault.v1.Vault\"," + "\"method_name\":\"%s\"";

    private static final class Keeper implements VaultHandler {

        @Override
        public Account open(Vault.OpenRequest request) {
            if (request.account().name().isEmpty()) {
                throw LockedException.builder("closed")
                        .name("anna")
                        .secret("a-secret")
                        .build();
            }
            return request.account();
        }

        @Override
        public void watch(Vault.WatchRequest request, ItemWriter<Account> out) {
            for (int i = request.name().equals("many") ? MANY : 1; i > 0; i--) {
                out.write(ACCOUNT);
            }
        }

        @Override
        public int fill(Vault.FillRequest request, RpcStream<Account> accounts) {
            return accounts.next().name().length();
        }
    }

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private PrintStream errors;

    /** The log of these tests goes to the standard error stream. */
    @BeforeEach
    void catchLog() {
        errors = System.err;
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void releaseLog() {
        System.setErr(errors);
    }

    /** Returns what was logged of the wire, without threads and ports. */
    private List<String> lines() {
        return log.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(" io.rpcidl.wire - "))
                .map(line -> line.replaceFirst("^.* io.rpcidl.wire - ", "")
                        .replaceFirst("127.0.0.1:\\d+", "peer")
                        .replaceFirst("\"timeout_ms\":\\d+", "\"timeout_ms\":0"))
                .toList();
    }

    private static RpcServer server(WireLog log) throws IOException {
        return RpcServer.builder().add(new Keeper()).wireLog(log).start();
    }

    @Test
    void bothSidesShowMessagesWithoutSecrets() throws Exception {
        try (RpcServer server = RpcServer.builder().add(new Keeper()).start();
                RpcClient client = RpcClient.builder("rpc://" + server.endpoint())
                        .wireLog(WireLog.all().showingMetadata("tenant"))
                        .build()) {
            CallOptions options = CallOptions.DEFAULT
                    .withMetadata("authorization", "Bearer secret")
                    .withMetadata("user", "u")
                    .withMetadata("tenant", "t");
            assertEquals(ACCOUNT, Vault.stub(client).with(options).open(ACCOUNT, "a-secret"));
        }
        assertEquals(
                List.of(
                        "sent to peer: " + String.format(HEADER, 1, "open")
                                + ",\"timeout_ms\":0,\"metadata\":{\"authorization\":\"***\",\"user\":\"***\",\"tenant\":\"t\"},"
                                + "\"offer\":{\"wire\":1}},\"body\":{\"params\":{\"account\":" + MASKED
                                + ",\"password\":\"***\"}}}",
                        "received from peer: " + String.format(HEADER, 1, "open")
                                + ",\"accept\":{\"wire\":1}},\"body\":{\"result\":" + MASKED + "}}"),
                lines().subList(0, 2));
        assertNoSecret();
    }

    @Test
    void errorsAndItemsToo() throws Exception {
        try (RpcServer server = server(WireLog.all());
                RpcClient client = RpcClient.connect("rpc://" + server.endpoint())) {
            Account nobody = ACCOUNT.toBuilder().name("").build();
            assertThrows(LockedException.class, () -> Vault.stub(client).open(nobody, "a-secret"));
            try (RpcStream<Account> accounts = Vault.stub(client).watch("anna")) {
                assertEquals(ACCOUNT, accounts.next());
                assertFalse(accounts.hasNext());
            }
            ItemSink<Account, Integer> fill = Vault.stub(client).fill();
            fill.send(ACCOUNT);
            assertEquals(4, fill.finish());
        }
        String all = String.join("\n", lines());
        assertTrue(all.contains("\"details\":{\"name\":\"anna\",\"secret\":\"***\"}"), all);
        assertTrue(
                all.contains("sent to peer: " + String.format(HEADER, 2, "watch")
                        + ",\"kind\":\"item\"},\"body\":{\"item\":" + MASKED),
                all);
        assertTrue(
                all.contains("received from peer: " + String.format(HEADER, 3, "fill")
                        + ",\"kind\":\"item\"},\"body\":{\"item\":\"***\"}}"),
                all);
        assertNoSecret();
    }

    @Test
    void itemsThatGoTogetherToo() throws Exception {
        try (RpcServer server = server(WireLog.all());
                RpcClient client = RpcClient.connect("rpc://" + server.endpoint());
                RawSocket socket = new RawSocket(server.port())) {
            Vault.stub(client).open(ACCOUNT, "a-secret"); // by now it has accepted the wire
            try (RpcStream<Account> accounts = Vault.stub(client).watch("many")) {
                accounts.forEachRemaining(account -> assertEquals(ACCOUNT, account));
            }
            socket.send(String.format(HEADER, 1, "fill") + "},\"body\":{\"params\":[]}}");
            socket.send(String.format(HEADER, 1, "fill") + ",\"kind\":\"items\"},\"body\":{\"items\":["
                    + "{\"name\":\"anna\",\"password\":\"secret\"},\"secret\"]}}");
            socket.line();
        }
        String sent = String.join(
                "\n",
                lines().stream().filter(line -> line.contains("\"watch\"")).toList());
        assertTrue(sent.contains("\"kind\":\"items\""), sent);
        assertEquals(MANY, sent.split(Pattern.quote(MASKED), -1).length - 1, sent);
        String all = String.join("\n", lines());
        assertTrue(all.contains("\"kind\":\"items\"},\"body\":{\"items\":[\"***\",\"***\"]}}"), all);
        assertNoSecret();
    }

    @Test
    void whatTheContractDoesNotKnowIsHidden() throws Exception {
        try (RpcServer server = server(WireLog.all());
                RawSocket socket = new RawSocket(server.port())) {
            String open = String.format(HEADER, 1, "open");
            for (String body : List.of(
                    "{\"params\":{\"account\":{\"name\":\"anna\",\"password\":1,\"later\":\"secret\"}}}",
                    "{\"params\":{\"account\":{\"name\":\"anna\",\"password\":\"secret\",\"new\":[\"secret\"],"
                            + "\"key\":{\"later\":\"secret\"}},\"password\":\"secret\",\"pass\":\"secret\"}}",
                    "{\"params\":[{\"name\":\"anna\",\"password\":\"secret\"},\"secret\",\"secret\"]}",
                    "{\"params\":\"secret\",\"more\":\"secret\"}")) {
                socket.send(open + "},\"body\":" + body + "}");
                socket.line();
            }
            socket.send(open + ",\"metadata\":{\"AUTHORIZATION\":\"secret\"}},\"body\":{}}");
            socket.line();
            socket.send(open.replace("open", "unknown") + "},\"body\":{\"params\":[\"secret\"]}}");
            socket.line();
            socket.send("{\"header\":{},\"body\":{\"params\":\"secret\"},\"body\":\"secret\"}");
            socket.line();
        }
        String all = String.join("\n", lines());
        assertTrue(
                all.contains(
                        "{\"params\":{\"account\":{\"name\":\"anna\",\"password\":\"***\",\"new\":\"***\",\"key\":{\"later\":\"***\"}},\"password\":\"***\",\"pass\":\"***\"}}"),
                all);
        assertTrue(all.contains("{\"params\":[{\"name\":\"anna\",\"password\":\"***\"},\"***\",\"***\"]}"), all);
        assertTrue(all.contains("{\"params\":\"***\",\"more\":\"***\"}"), all);
        assertTrue(all.contains("\"metadata\":{\"AUTHORIZATION\":\"***\"}"), all);
        assertNoSecret();
    }

    @Test
    void ofACallWithoutAContractNothingIsShown() throws Exception {
        try (RpcServer server = RpcServer.builder().add(new Keeper()).start();
                RpcClient client = RpcClient.builder("rpc://" + server.endpoint())
                        .wireLog(WireLog.all())
                        .build()) {
            JsonValue params = JsonValue.parse("[{\"name\":\"anna\",\"password\":\"secret\"},\"secret\"]");
            DynamicStub.of(client).call("testing.vault.v1.Vault", "open", params);
        }
        String all = String.join("\n", lines());
        assertTrue(all.contains("\"body\":{\"params\":\"***\"}}"), all);
        assertTrue(all.contains("\"body\":{\"result\":\"***\"}}"), all);
        assertNoSecret();
    }

    @Test
    void onlyWhatWasAskedForIsShown() throws Exception {
        WireLog others = WireLog.all().ofServices("rpc.health.v1.Health");
        WireLog elsewhere = WireLog.all().ofPeers("127.0.0.2");
        for (WireLog log : List.of(others, elsewhere)) {
            try (RpcServer server = server(log);
                    RpcClient client = RpcClient.connect("rpc://" + server.endpoint())) {
                Vault.stub(client).open(ACCOUNT, "a-secret");
            }
        }
        assertTrue(Stream.of(String.join("\n", lines())).noneMatch(all -> all.contains("Vault")), lines().toString());
    }

    @Test
    void aLineStaysALineAndIsNotTooLong() throws Exception {
        try (RpcServer server = server(WireLog.all().ofPeers("127.0.0.1").ofServices("testing.vault.v1.Vault"));
                RpcClient client = RpcClient.connect("rpc://" + server.endpoint())) {
            String name = "\u2028" + "x".repeat(20_000);
            Vault.stub(client).open(ACCOUNT.toBuilder().name(name).build(), "a-secret");
        }
        String all = String.join("\n", lines());
        assertTrue(all.contains("\"name\":\"\\u2028xxx"), all);
        assertTrue(Pattern.compile("x… of 20\\d{3} characters").matcher(all).find(), all);
        assertNoSecret();
    }

    private void assertNoSecret() {
        String all = log.toString(StandardCharsets.UTF_8);
        assertFalse(all.replace("\"secret\":", "").contains("secret"), all);
    }
}
