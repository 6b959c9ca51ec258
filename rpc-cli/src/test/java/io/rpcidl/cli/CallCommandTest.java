package io.rpcidl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.runtime.server.RpcServer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Calls of a real server of which nothing is known but what it says of itself. */
@Timeout(60)
class CallCommandTest {

    private static final String PENCIL = "{\"sku\":\"A-1\",\"name\":\"Pencil\",\"price\":\"0.80\"}\n";

    @TempDir
    Path folder;

    private final ShopService shop = new ShopService();
    private RpcServer server;
    private Session session;

    @BeforeEach
    void start() throws IOException {
        server = RpcServer.builder().add(shop).start();
        session = new Session(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Session.Result call(String... arguments) {
        return callWithInput("", arguments);
    }

    private Session.Result callWithInput(String input, String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "call";
        all[1] = server.endpoint().toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return session.runWithInput(input, all);
    }

    private static void assertPrints(String expected, Session.Result result) {
        assertEquals(new Session.Result(0, expected, ""), result);
    }

    private static void assertRefused(String expected, Session.Result result) {
        assertEquals(new Session.Result(2, "", "rpc: " + expected + "\n"), result);
    }

    @Test
    void parametersComeInAnyForm() throws IOException {
        assertPrints(PENCIL, call("shop.v1.Shop/get", "{\"sku\": \"A-1\"}"));
        assertPrints(PENCIL, call("Shop/get", " [\"A-1\"]"));
        assertPrints(PENCIL, call("Shop/get", "sku=A-1"));
        assertPrints(PENCIL, call("Shop/get", "sku:=\"A-1\""));
        assertPrints(PENCIL, callWithInput("{\"sku\":\n\"A-1\"}\n", "Shop/get", "-"));
        Path file = session.write("params.json", "[\"A-1\"]\n");
        assertPrints(PENCIL, call("Shop/get", "@" + file));
        assertPrints("\"5.00\"\n", call("Shop/total", "skus=A-1", "skus=A-2"));
        assertPrints("\"5.00\"\n", call("Shop/total", "[\"A-1\",\"A-2\"]"));
        assertPrints("\"5.00\"\n", call("Shop/total", "{\"skus\":[\"A-1\",\"A-2\"]}"));
        assertPrints("\"0\"\n", call("Shop/total"));
    }

    @Test
    void theTypeOfAParameterSaysWhatItsTextIs() {
        String gun = "{\"sku\":\"007\",\"name\":\"Golden gun\",\"price\":\"12345678901234567890.10\"}";
        assertPrints(gun + "\n", call("Shop/get", "sku=007"));
        assertPrints("[" + gun + "]\n", call("Shop/list", "limit=1"));
    }

    @Test
    void anAnswerTakesOneLineOrMany() {
        assertPrints("""
                {
                  "sku": "A-1",
                  "name": "Pencil",
                  "price": "0.80"
                }
                """, call("--pretty", "Shop/get", "sku=A-1"));
        assertPrints("[]\n", call("--pretty", "Shop/list", "limit=0"));
    }

    @Test
    void whatIsNotAnsweredPrintsNothing() throws InterruptedException {
        assertPrints("", call("Shop/setPrice", "sku=A-1", "price=0.90", "-H", "Authorization: Bearer sesame"));
        assertPrints("", call("Shop/complain", "sku=A-1", "why=too soft"));
        assertEquals("A-1: too soft", shop.events.take());
    }

    @Test
    void aSecretMayStandInAFile() throws IOException {
        Path file = session.write("token", "Bearer sesame\n");
        assertPrints("", call("Shop/setPrice", "sku=A-1", "price=0.90", "-H", "authorization: @" + file));
    }

    @Test
    void metadataOfTheAnswerAreShownOnDemand() {
        assertEquals(new Session.Result(0, "[]\n", "shop: corner\n"), call("-i", "Shop/list", "limit=0"));
    }

    @Test
    void streamsGoBothWays() throws IOException {
        assertPrints(
                PENCIL + "{\"sku\":\"A-2\",\"name\":\"Notebook\",\"price\":\"4.20\"}\n", call("Shop/browse", "from=A"));
        String lines = "{\"sku\":\"A-1\",\"count\":2}\n{\"sku\":\"A-2\"}";
        assertPrints("\"5.80\"\n", callWithInput(lines, "Shop/order"));
        assertPrints("\"5.80\"\n", call("Shop/order", "--items", lines));
        assertPrints("\"5.80\"\n", call("Shop/order", "--items", "@" + session.write("lines", lines)));
        assertPrints("\"0\"\n", callWithInput("", "Shop/order"));
        assertPrints(PENCIL, call("-n", "1", "Shop/browse", "from=A", "endless=true"));
        assertPrints("\"4.15\"\n\"4.10\"\n\"4.05\"\n", callWithInput("1 2.5\n\"4.05\" 9", "Shop/haggle", "sku=A-2"));
    }

    @Test
    void aFailureSaysAllThatIsKnown() {
        Session.Result result = call("Shop/get", "sku=Z-9");
        assertEquals(4, result.code());
        assertEquals("", result.out());
        String said = """
                rpc: NOT_FOUND: no such product
                  type: shop.v1.ProductNotFound
                  details: {"sku":"Z-9"}
                  processed: yes
                  call: shop.v1.Shop.get to""";
        assertTrue(result.err().startsWith(said + " " + server.endpoint() + ", attempt 1, "), result.err());
    }

    @Test
    void exitCodesTellClassesOfFailures() {
        assertEquals(5, call("Shop/setPrice", "sku=A-1", "price=1").code());
        assertEquals(7, call("--timeout", "50ms", "Shop/wait").code());
        assertEquals(7, call("Shop/wait").code()); // as the contract says
        assertEquals(4, call("Shop/get", "sku:=7").code());
        server.close();
        assertEquals(6, call("Shop/get", "sku=A-1").code());
    }

    @Test
    void whatDoesNotFitTheContractIsNotSent() {
        String signature = "\n  get(sku: string): Product throws ProductNotFound";
        assertRefused(
                "shop.v1.Shop/get has no parameter 'skuu': did you mean 'sku'?" + signature,
                call("Shop/get", "skuu=A-1"));
        assertRefused("shop.v1.Shop/get needs the parameter 'sku'" + signature, call("Shop/get"));
        assertRefused("shop.v1.Shop/get takes 1 parameter, not 2" + signature, call("Shop/get", "[1, 2]"));
        assertRefused("shop.v1.Shop/get is given 'sku' twice" + signature, call("Shop/get", "sku=1", "sku=2"));
        assertRefused(
                "shop.v1.Shop/order takes 'lines' as a stream: its items come from standard input, or from --items\n"
                        + "  order(lines: stream Line): decimal throws ProductNotFound",
                call("Shop/order", "lines=1"));
        assertRefused("there is no method 'gett' in shop.v1.Shop: did you mean 'get'?", call("Shop/gett"));
        assertRefused("there is no service 'Shp' here: did you mean 'shop.v1.Shop'?", call("Shp/get"));
    }

    @Test
    void whatIsNotUnderstoodIsSaid() {
        assertRefused(
                "'shop.v1.Shop.get' is not a method: expected SERVICE/METHOD; did you mean 'shop.v1.Shop/get'?",
                call("shop.v1.Shop.get"));
        assertRefused(
                "'A-1' is no parameter: expected name=value, name:=JSON, one JSON value, @FILE or -",
                call("Shop/get", "A-1"));
        assertRefused(
                "the parameters are not JSON: broken JSON at offset 1: expected a member's name",
                call("Shop/get", "{sku"));
        assertRefused(
                "item 2 is not JSON: broken JSON at offset 0: not a JSON value",
                callWithInput("{\"sku\":\"A-1\"} }", "Shop/order"));
        assertRefused("a header is 'key: value'", call("-H", "x", "Shop/list"));
        assertRefused("--cert and --key belong together", call("--cert", "x", "Shop/list"));
        assertRefused(
                "cannot read nowhere.pem: give the path of a PEM file", call("--cacert", "nowhere.pem", "Shop/list"));
        assertRefused("'@nowhere': there is no such file, or it cannot be read", call("Shop/list", "@nowhere"));
        assertRefused(
                "Invalid value for option '--timeout': '5' is not a time such as 500ms, 5s or 2m; 'rpc call --help' says what"
                        + " there is",
                call("--timeout", "5", "Shop/list"));
    }

    @Test
    void contractsMayComeFromFiles() {
        server.close();
        String refusal = call("--contracts", "src/test/rpcidl", "Shop/get").err();
        assertTrue(refusal.startsWith("rpc: shop.v1.Shop/get needs the parameter 'sku'"), refusal);
    }

    @Test
    void aServerThatShowsNothingIsCalledAllTheSame() throws IOException {
        server.close();
        server = RpcServer.builder().add(shop).withoutDescribe().start();
        assertPrints(PENCIL, call("shop.v1.Shop/get", "sku=A-1"));
        assertPrints(
                "null\n", call("shop.v1.Shop/setPrice", "sku=A-1", "price=0.80", "-H", "authorization: Bearer sesame"));
        assertPrints(PENCIL, call("--contracts", "src/test/rpcidl", "Shop/get", "sku=A-1"));
        assertEquals(
                3,
                call("--kind", "server-stream", "shop.v1.Shop/browse")
                        .out()
                        .lines()
                        .count());
        assertPrints("\"0.80\"\n", callWithInput("{\"sku\":\"A-1\"}", "--kind", "client-stream", "shop.v1.Shop/order"));
        Session.Result guessed = call("shop.v1.Shop/browse");
        assertEquals(8, guessed.code());
        assertTrue(guessed.err().startsWith("rpc: the server does not show its contract, so"), guessed.err());
        assertEquals(4, call("Shop/get", "sku=A-1").code());
    }
}
