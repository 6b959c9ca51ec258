package io.rpcidl.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import golden.tour.Catalog;
import golden.tour.CatalogAsync;
import golden.tour.CatalogHandlerBase;
import golden.tour.Payment;
import golden.tour.Product;
import golden.tour.ProductId;
import golden.tour.ProductNotFoundException;
import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.Processed;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.testing.EchoService;
import io.rpcidl.runtime.testing.contract.Echo;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The Java that {@code docs/coming-from-thrift.md} shows is this class's code, and does what the page says. Its contracts are
 * those of the importer's test, its session is that of the command's.
 */
@Timeout(60)
class ComingFromThriftPageTest {

    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Path TEST = Path.of("src/test/java/io/rpcidl/runtime/generated/ComingFromThriftPageTest.java");

    private final ProductId id = new ProductId("ABC-1");

    private static final class CatalogService extends CatalogHandlerBase {
        @Override
        public Product get(Catalog.GetRequest request) {
            if (!request.id().value().equals("ABC-1")) {
                throw ProductNotFoundException.builder("no such product")
                        .id(request.id())
                        .build();
            }
            return Product.builder().id(request.id()).name("Pencil").build();
        }
    }

    @Test
    void isShownAsItIsCompiled() throws IOException {
        String source = plain(Files.readString(TEST));
        List<MatchResult> blocks = BLOCK.matcher(Files.readString(Path.of("../docs/coming-from-thrift.md")))
                .results()
                .toList();
        assertEquals(7, blocks.size());
        for (MatchResult block : blocks) {
            assertTrue(source.contains(plain(block.group(1))), block.group(1));
        }
    }

    /** Text without its line breaks and indentation, which formatting may change. */
    private static String plain(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void values() {
        Product pencil = Product.builder().id(id).name("Pencil").build();
        Product cheap = pencil.toBuilder().price(new BigDecimal("0.80")).build();
        boolean priced = cheap.price() != null;
        assertTrue(priced);
        assertFalse(pencil.price() != null);
        Payment payment = Payment.cash();
        String how = payment.match(
                card -> "card " + card.expires(),
                voucher -> "voucher " + voucher,
                () -> "cash",
                unknown -> "newer than this program: " + unknown.tag());
        assertEquals("cash", how);
    }

    @Test
    @SuppressWarnings("try")
    void serversAndClients() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        RpcServer server = RpcServer.builder()
                .add(new CatalogService())
                .add(new EchoService())
                .executor(threads)
                .start();
        RpcClient client = RpcClient.connect("rpc://" + server.endpoint());
        Catalog catalog = Catalog.stub(client);
        Echo echo = Echo.stub(client);
        CompletableFuture<Product> later = CatalogAsync.stub(client).get(id);
        try (server;
                client) {
            echo.note("seen");
            CallOptions options =
                    CallOptions.DEFAULT.withTimeout(Duration.ofSeconds(2)).withMetadata("tenant", "acme");
            Product product = catalog.with(options).get(id);
            assertEquals(product, later.join());
            exceptions(catalog);
        } finally {
            threads.shutdown();
        }
    }

    private static void exceptions(Catalog catalog) {
        List<ProductId> missing = new ArrayList<>();
        List<Boolean> retries = new ArrayList<>();
        try {
            catalog.get(new ProductId("XYZ-9"));
        } catch (ProductNotFoundException e) {
            missing.add(e.id());
        } catch (RpcException e) {
            retries.add(e.code() == StatusCode.UNAVAILABLE && e.status().processed() == Processed.NO);
        }
        assertEquals(List.of(new ProductId("XYZ-9")), missing);
        assertEquals(List.of(), retries);
    }
}
