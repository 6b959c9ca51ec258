package io.rpcidl.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import golden.tour.Catalog;
import golden.tour.FakeCatalog;
import golden.tour.Product;
import golden.tour.ProductNotFoundException;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.RpcStream;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What {@code docs/testing.md} shows is this class's code, and does what the page says. */
@Timeout(60)
class TestingPageTest {

    private static final Pattern BLOCK = Pattern.compile("```(java|xml)\n(.*?)```", Pattern.DOTALL);

    private final Product pencil =
            Product.builder().id(CatalogService.PENCIL).name("Pencil").build();

    @Test
    void isShownAsItIsCompiled() throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/rpcidl/junit/TestingPageTest.java"));
        String text = source + Files.readString(Path.of("pom.xml"));
        List<MatchResult> blocks = BLOCK.matcher(Files.readString(Path.of("../../docs/testing.md")))
                .results()
                .toList();
        assertEquals(8, blocks.size());
        for (MatchResult block : blocks) {
            if (block.group(1).equals("java")) {
                assertTrue(plain(text).contains(plain(block.group(2))), block.group(2));
            } else {
                assertTrue(block.group(2).contains("<artifactId>rpcidl-junit</artifactId>"), "this module's name");
                assertTrue(text.contains("<artifactId>rpcidl-junit</artifactId>"), "this module's name");
            }
        }
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void withoutServer() {
        FakeCatalog fake = new FakeCatalog().onGet(request -> pencil);
        PriceList prices = new PriceList(fake.stub());
        assertEquals("Pencil", prices.nameOf(pencil.id()));
        assertEquals(List.of(new Catalog.GetRequest(pencil.id())), fake.calls());
    }

    @Test
    void anAnswerThatThrows() {
        FakeCatalog fake = new FakeCatalog().onGet(request -> {
            throw ProductNotFoundException.builder("no such product")
                    .id(request.id())
                    .build();
        });
        assertEquals("unknown", new PriceList(fake.stub()).nameOf(pencil.id()));
    }

    static class WithServer {

        @RegisterExtension
        static final RpcExtension rpc = RpcExtension.serving(new CatalogService());

        @Test
        void aProductIsFound(Catalog catalog) {
            assertEquals("Pencil", catalog.get(CatalogService.PENCIL).name());
        }
    }

    @Nested
    class OneServer extends WithServer {}

    @Nested
    class Limits {

        @RegisterExtension
        final RpcExtension limited = RpcExtension.serving(new CatalogService())
                .server(server -> server.maxCalls(10))
                .client(client -> client.defaultTimeout(Duration.ofSeconds(2)));

        @Test
        void areAsTheyWereGiven() {
            assertEquals(Duration.ofSeconds(2), limited.client().defaultTimeout());
        }
    }

    @Nested
    class TwoServers {

        @RegisterExtension
        final RpcExtension two = RpcExtension.serving(new CatalogService()).andServing(new CatalogService());

        @Test
        void theOtherServerTakesOver() {
            Catalog catalog = Catalog.stub(two.client());
            two.servers().get(0).close();
            assertEquals("Pencil", catalog.get(CatalogService.PENCIL).name());
        }
    }

    @Nested
    class Faults {

        @RegisterExtension
        final RpcExtension shaky = RpcExtension.serving(new CatalogService())
                .client(client -> client.filter(FaultFilter.failing(StatusCode.UNAVAILABLE)
                        .of("golden.tour.Catalog.get")
                        .first(2)));

        @Test
        void theThirdAttemptIsMade() {
            Catalog catalog = Catalog.stub(shaky.client());
            assertEquals("Pencil", new PriceList(catalog).patientNameOf(CatalogService.PENCIL, 3));
        }
    }

    @Nested
    class OfOtherKinds {

        FaultFilter broken = FaultFilter.breaking(Status.maybeProcessed(StatusCode.UNAVAILABLE, "cut"), 1);
        FaultFilter lost = FaultFilter.dropping().of("golden.tour.Catalog.get").share(0.5, 42);
        FaultFilter slow = FaultFilter.delaying(Duration.ofMillis(20));

        @RegisterExtension
        final RpcExtension faulty = RpcExtension.serving(new CatalogService())
                .client(client -> client.filter(slow).filter(broken));

        @Test
        void sayWhatTheyDo() {
            assertEquals("drops of golden.tour.Catalog.get, 0.5 of the calls with seed 42", lost.toString());
            Catalog catalog = Catalog.stub(faulty.client());
            try (RpcStream<Product> products = catalog.watch(Set.of())) {
                assertEquals(pencil, products.next());
                assertThrows(RpcException.class, products::next);
            }
            assertEquals(1, slow.struck());
        }
    }
}
