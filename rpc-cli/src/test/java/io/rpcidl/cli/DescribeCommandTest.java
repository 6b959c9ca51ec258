package io.rpcidl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.registry.embedded.RegistryServer;
import io.rpcidl.runtime.server.RpcServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code rpc list} and {@code rpc describe}: what a real server says of itself. */
@Timeout(60)
class DescribeCommandTest {

    @TempDir
    Path folder;

    private RpcServer server;
    private Session session;
    private String target;

    @BeforeEach
    void start() throws IOException {
        server = RpcServer.builder().add(new ShopService()).start();
        target = server.endpoint().toString();
        session = new Session(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static void assertPrints(String expected, Session.Result result) {
        assertEquals(new Session.Result(0, expected, ""), result);
    }

    private static void assertRefused(String expected, Session.Result result) {
        assertEquals(new Session.Result(2, "", "rpc: " + expected + "\n"), result);
    }

    @Test
    void servicesAreListed() {
        assertPrints("shop.v1.Shop\nrpc.health.v1.Health\nrpc.describe.v1.Describe\n", session.run("list", target));
    }

    @Test
    void whatAServerIsDoing() throws IOException {
        assertRefused(
                "the server does not show that: RpcServerBuilder.showLive() has it do so",
                session.run("describe", "--live", target));
        try (RpcServer live =
                RpcServer.builder().add(new ShopService()).showLive().start()) {
            Session.Result result =
                    session.run("describe", "--live", live.endpoint().toString());
            assertEquals(0, result.code());
            String shown =
                    result.out().replaceAll("127\\.0\\.0\\.1:\\d+", "PEER").replaceAll("\"PT.*\"", "TIME");
            assertEquals("""
                    {
                      "serving": true,
                      "connections": 1,
                      "inFlight": 1,
                      "memoryUsed": 0,
                      "busiest": [
                        {
                          "peer": "PEER",
                          "encrypted": false,
                          "accepted": true,
                          "inFlight": 1,
                          "calls": [
                            {
                              "method": "rpc.live.v1.Live.server",
                              "remaining": TIME
                            }
                          ]
                        }
                      ]
                    }
                    """, shown);
        }
    }

    @Test
    void methodsAreListedAsTheyAreCalled() {
        assertPrints("""
                rpc.health.v1.Health/check
                rpc.health.v1.Health/watch
                """, session.run("list", target, "Health"));
        assertPrints("""
                shop.v1.Shop/get(sku: string): Product throws ProductNotFound
                shop.v1.Shop/list(limit: int32 = 20): list<Product>
                shop.v1.Shop/total(skus: string...): decimal throws ProductNotFound
                shop.v1.Shop/setPrice(sku: string, price: decimal) throws ProductNotFound
                shop.v1.Shop/complain(sku: string, why: string?) oneway
                shop.v1.Shop/browse(from: string?, endless: bool = false): stream Product
                shop.v1.Shop/order(lines: stream Line): decimal throws ProductNotFound
                shop.v1.Shop/haggle(sku: string, offers: stream decimal): stream decimal throws ProductNotFound
                shop.v1.Shop/wait(forever: bool = false)
                """, session.run("list", "-l", target, "shop.v1.Shop"));
    }

    @Test
    void aListMayBeJson() {
        assertPrints(
                "[{\"service\":\"rpc.health.v1.Health\",\"methods\":[{\"name\":\"check\",\"kind\":\"UNARY\"},"
                        + "{\"name\":\"watch\",\"kind\":\"SERVER_STREAM\"}],\"packages\":[\"rpc.health.v1\"]}]\n",
                session.run("list", "--json", target, "Health"));
    }

    @Test
    void aMethodIsShownWithTheTypesThatItUses() {
        assertPrints("""
                // shop.v1.Shop/order
                /** Answers with what it all costs. */
                order(lines: stream Line): decimal throws ProductNotFound;

                // shop.v1.Line
                /** So many of a product. */
                struct Line {
                  sku: string;
                  count: int32 = 1;
                }

                // shop.v1.ProductNotFound
                /** There is no product of that number. */
                error ProductNotFound (NOT_FOUND) {
                  sku: string;
                }
                """, session.run("describe", target, "Shop/order"));
        assertPrints("""
                // shop.v1.Shop/browse
                /** Answers with all products, one after the other. */
                @readonly browse(
                  /** Where to begin. */
                  from: string?,
                  /** Whether to begin again, and again. */
                  endless: bool = false
                ): stream Product;

                // shop.v1.Product
                /** Something for sale. */
                struct Product {
                  sku: string;
                  name: string;
                  price: decimal;
                }
                """, session.run("describe", target, "Shop/browse"));
    }

    @Test
    void aServiceOrATypeIsShownAsItWasWritten() throws IOException {
        String contract = Files.readString(Path.of("src/test/rpcidl/shop/v1/shop.rpcidl"));
        String service = "// shop.v1.Shop\n" + contract.substring(contract.indexOf("/** Sells what there is. */"));
        assertPrints(service, session.run("describe", target));
        assertPrints(service, session.run("describe", target, "Shop"));
        assertPrints("""
                // shop.v1.Line
                /** So many of a product. */
                struct Line {
                  sku: string;
                  count: int32 = 1;
                }
                """, session.run("describe", target, "Line"));
        assertPrints("// shop/v1/shop.rpcidl\n" + contract, session.run("describe", "--contract", target, "Shop"));
    }

    @Test
    void aContractIsSavedForOtherCommands() {
        assertPrints("contracts/shop/v1/shop.rpcidl\n", session.run("describe", "--out", "./contracts", target));
        assertPrints("contracts/shop/v1/shop.rpcidl\n", session.run("describe", "--out", "./contracts", target));
        assertPrints("", session.run("check", "./contracts"));
        Session.Result model = session.run("model", "./contracts");
        assertPrints(model.out().replace("contracts/shop", "shop"), session.run("describe", "--json", target));
    }

    @Test
    void whatIsNotThereIsSaid() throws IOException {
        assertRefused(
                "there is no service or type 'Prodct' here: did you mean 'shop.v1.Product'?",
                session.run("describe", target, "Prodct"));
        assertRefused(
                "there is no method 'gett' in shop.v1.Shop: did you mean 'get'?",
                session.run("describe", target, "Shop/gett"));
        assertRefused(
                "there is no service 'Shp' here: did you mean 'shop.v1.Shop'?", session.run("list", target, "Shp"));
        server.close();
        assertEquals(6, session.run("list", target).code());
        server = RpcServer.builder().add(new ShopService()).withoutDescribe().start();
        Session.Result hidden = session.run("describe", server.endpoint().toString());
        assertEquals(4, hidden.code());
        assertTrue(
                hidden.err().startsWith("rpc: UNIMPLEMENTED: no service 'rpc.describe.v1.Describe' here"),
                hidden.err());
    }

    @Test
    void aRegistryIsAskedForOneService() throws IOException {
        try (RegistryServer registry = RegistryServer.start("127.0.0.1", 0)) {
            assertRefused(
                    registry.target() + " names many servers: name a service, which 'rpc list " + registry.target()
                            + "' lists, or ask one of the servers by its address",
                    session.run("describe", registry.target()));
            server.close();
            server = RpcServer.builder()
                    .add(new ShopService())
                    .registry(registry.target())
                    .start();
            Session.Result methods = session.run("list", registry.target(), "shop.v1.Shop");
            for (int i = 0; i < 100 && methods.code() != 0; i++) { // it registers itself when it has started
                methods = session.run("list", registry.target(), "shop.v1.Shop");
            }
            assertTrue(methods.out().startsWith("shop.v1.Shop/get\n"), methods.err());
            assertFalse(session.run("describe", registry.target(), "shop.v1.Shop/get")
                    .out()
                    .isEmpty());
        }
    }
}
