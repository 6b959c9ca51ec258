package io.rpcidl.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import golden.tour.Catalog;
import golden.tour.CatalogAsync;
import golden.tour.CatalogHandlerBase;
import golden.tour.Product;
import golden.tour.ProductId;
import golden.tour.ProductNotFoundException;
import io.rpcidl.json.JsonLimits;
import io.rpcidl.runtime.BidiStream;
import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.Filter;
import io.rpcidl.runtime.ItemSink;
import io.rpcidl.runtime.ItemWriter;
import io.rpcidl.runtime.Processed;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.RpcStream;
import io.rpcidl.runtime.ServerCall;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.server.RpcServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What {@code docs/coming-from-grpc.md} shows is this class's code, and does what the page says. */
@Timeout(60)
class ComingFromGrpcPageTest {

    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(.*?)```", Pattern.DOTALL);
    private static final Path TEST = Path.of("src/test/java/io/rpcidl/runtime/generated/ComingFromGrpcPageTest.java");
    private static final Path CONTRACT = Path.of("../rpc-codegen/src/test/golden/tour/catalog.rpcidl");

    private final ProductId id = new ProductId("ABC-1");
    private final Product pencil = Product.builder().id(id).name("Pencil").build();
    private final Map<ProductId, Product> products = new ConcurrentHashMap<>(Map.of(id, pencil));
    private final LongAdder calls = new LongAdder();
    private RpcServer server;
    private RpcClient client;
    private Catalog catalog;
    private CatalogAsync async;

    Filter counting = (call, next) -> {
        calls.increment();
        return next.invoke(call.withMetadata(call.metadata().with("seen", "yes")));
    };

    class CatalogService extends CatalogHandlerBase {
        @Override
        public Product get(Catalog.GetRequest request) {
            String tenant = ServerCall.current().metadata().get("tenant");
            ServerCall.current().addReplyMetadata("region", "eu");
            if (!products.containsKey(request.id())) {
                throw ProductNotFoundException.builder("no such product of " + tenant)
                        .id(request.id())
                        .build();
            }
            return products.get(request.id());
        }

        @Override
        public void watch(Catalog.WatchRequest request, ItemWriter<Product> out) {
            products.values().forEach(out::write);
        }

        @Override
        public long upload(Catalog.UploadRequest request, RpcStream<Product> rows) {
            rows.forEachRemaining(row -> products.put(row.id(), row));
            return products.size();
        }

        @Override
        public void chat(Catalog.ChatRequest request, RpcStream<String> lines, ItemWriter<String> out) {
            lines.forEachRemaining(line -> out.write("you said " + line));
        }
    }

    @BeforeEach
    void start() throws IOException {
        RpcServer server = RpcServer.builder()
                .add(new CatalogService())
                .filter(counting)
                .keepalive(Duration.ofMinutes(1), Duration.ofSeconds(20))
                .idleTimeout(Duration.ofMinutes(10))
                .maxConnectionAge(Duration.ofHours(1))
                .maxInFlight(100)
                .limits(new JsonLimits(1 << 20, 64))
                .allowDeflate()
                .inProcess()
                .start();
        this.server = server;
        client = RpcClient.builder("rpc://" + server.endpoint()).inProcess().build();
        catalog = Catalog.stub(client);
        async = CatalogAsync.stub(client);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void isShownAsItIsCompiled() throws IOException {
        String source = plain(Files.readString(TEST));
        String contract = plain(Files.readString(CONTRACT));
        List<MatchResult> blocks = BLOCK.matcher(Files.readString(Path.of("../docs/coming-from-grpc.md")))
                .results()
                .toList();
        assertEquals(10, blocks.size());
        for (MatchResult block : blocks) {
            String where = block.group(1).equals("rpcidl") ? contract : source;
            assertTrue(where.contains(plain(block.group(2))), block.group(2));
        }
    }

    /** Text without its line breaks and indentation, which formatting may change. */
    private static String plain(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void stubs() {
        RpcClient client = RpcClient.connect("rpc://127.0.0.1:4000,127.0.0.1:4001");
        Catalog catalog = Catalog.stub(client);
        CatalogAsync async = CatalogAsync.stub(client);
        assertTrue(catalog != null && async != null, "nobody has called");
        client.close();
    }

    @Test
    void deadlinesAndMetadata() {
        AtomicReference<String> region = new AtomicReference<>();
        CallOptions options = CallOptions.DEFAULT
                .withTimeout(Duration.ofSeconds(2))
                .withMetadata("tenant", "acme")
                .onReplyMetadata(answer -> region.set(answer.get("region")));
        Product product = catalog.with(options).get(id);
        assertEquals(pencil, product);
        assertEquals("eu", region.get());
        assertEquals(1, calls.sum());
    }

    @Test
    void errors() {
        List<ProductId> missing = new ArrayList<>();
        List<Boolean> retries = new ArrayList<>();
        try {
            catalog.get(new ProductId("XYZ-9"));
        } catch (ProductNotFoundException e) {
            missing.add(e.id());
        } catch (RpcException e) {
            boolean again = e.code() == StatusCode.UNAVAILABLE && e.status().processed() == Processed.NO;
            retries.add(again);
        }
        assertEquals(List.of(new ProductId("XYZ-9")), missing);
        assertEquals(List.of(), retries);
    }

    @Test
    void streams() {
        List<Product> seen = new ArrayList<>();
        Product product = pencil;
        long count;
        String answer;
        try (RpcStream<Product> products = catalog.watch(Set.of(id))) {
            products.forEachRemaining(seen::add);
        }
        try (ItemSink<Product, Long> rows = catalog.upload()) {
            rows.send(product);
            count = rows.finish();
        }
        try (BidiStream<String, String> lines = catalog.chat()) {
            lines.send("hello");
            lines.finish();
            answer = lines.next();
        }
        assertEquals(List.of(pencil), seen);
        assertEquals(1, count);
        assertEquals("you said hello", answer);
    }

    @Test
    void flowControl() {
        List<Product> seen = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> done = new CompletableFuture<>();
        async.watch(Set.of(id)).subscribe(new Flow.Subscriber<>() {
            private Flow.Subscription items;

            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                items = subscription;
                items.request(1);
            }

            @Override
            public void onNext(Product item) {
                seen.add(item);
                items.request(1);
            }

            @Override
            public void onError(Throwable failure) {
                done.completeExceptionally(failure);
            }

            @Override
            public void onComplete() {
                done.complete(null);
            }
        });
        done.join();
        assertEquals(List.of(pencil), seen);
    }

    @Test
    void cancelling() {
        CompletableFuture<Product> future = async.get(id);
        future.cancel(true);
        assertTrue(future.isDone(), "nobody waits for it");
    }
}
