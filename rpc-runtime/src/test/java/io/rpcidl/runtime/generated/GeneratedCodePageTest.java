package io.rpcidl.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import golden.tour.Catalog;
import golden.tour.FakeCatalog;
import golden.tour.Payment;
import golden.tour.Product;
import golden.tour.ProductId;
import golden.tour.ProductNotFoundException;
import golden.tour.ProductPatch;
import io.rpcidl.json.Patch;
import io.rpcidl.runtime.ItemSink;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.RpcStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/generated-code.md} shows is this class's code, and does what the page says. */
class GeneratedCodePageTest {

    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)\n```", Pattern.DOTALL);

    private final Product pencil =
            Product.builder().id(new ProductId("ABC-1")).name("Pencil").build();

    @Test
    void thePagesCodeIsCompiledHere() throws IOException {
        String source = withoutSpace(
                Files.readString(Path.of("src/test/java/io/rpcidl/runtime/generated/GeneratedCodePageTest.java")));
        Matcher blocks = BLOCK.matcher(Files.readString(Path.of("../docs/generated-code.md")));
        int count = 0;
        while (blocks.find()) {
            String block = blocks.group(1);
            assertTrue(source.contains(withoutSpace(block)), () -> "not in this class:\n" + block);
            count++;
        }
        assertEquals(9, count);
    }

    @Test
    void structs() {
        Product pencil =
                Product.builder().id(new ProductId("ABC-1")).name("Pencil").build();
        Product cheap = pencil.toBuilder().price(new BigDecimal("0.80")).build();
        assertEquals(null, pencil.price());
        assertEquals(new BigDecimal("0.80"), cheap.price());
        ProductPatch free = ProductPatch.builder()
                .id(new ProductId("ABC-1"))
                .price(Patch.ofNull())
                .build();
        assertEquals(Patch.ofNull(), free.price());
    }

    @Test
    void unionsAndEnums() {
        Payment payment = Payment.voucher("V-1");
        String how = payment.match(
                card -> "card " + card.expires(),
                voucher -> "voucher " + voucher,
                () -> "cash",
                unknown -> unknown.tag());
        assertEquals("voucher V-1", how);
        boolean buyable = switch (pencil.stock().known()) {
            case IN_STOCK -> true;
            case SOLD_OUT -> false;
            case UNKNOWN_ -> false; // newer than this program
        };
        assertTrue(buyable);
    }

    @Test
    void callsAndStreams() {
        FakeCatalog fake = new FakeCatalog()
                .onGet(request -> pencil)
                .onWatch((request, out) -> out.write(pencil))
                .onUpload((request, rows) -> 1L);
        Catalog catalog = fake.stub();
        catalog.get(new ProductId("ABC-1"));
        assertEquals(List.of(new Catalog.GetRequest(new ProductId("ABC-1"))), fake.calls());

        List<Product> seen = new ArrayList<>();
        long count;
        try (RpcStream<Product> products = catalog.watch(Set.of(new ProductId("ABC-1")))) {
            products.forEachRemaining(seen::add);
        }
        try (ItemSink<Product, Long> rows = catalog.upload()) {
            rows.send(pencil);
            count = rows.finish();
        }
        assertEquals(List.of(pencil), seen);
        assertEquals(1, count);
    }

    @Test
    void requestsAndErrors() {
        Catalog catalog = new FakeCatalog()
                .onGet(request -> {
                    throw ProductNotFoundException.builder("none")
                            .id(request.id())
                            .build();
                })
                .onList(request -> request.limit() == 100 ? List.of(pencil) : List.of())
                .stub();
        List<Product> some = catalog.list();
        List<Product> more =
                catalog.list(Catalog.ListRequest.builder().limit(100).build());
        assertEquals(List.of(), some);
        assertEquals(List.of(pencil), more);
        String message = "found";
        try {
            catalog.get(new ProductId("XYZ-9"));
        } catch (RpcException e) {
            Catalog.GetError error = Catalog.GetError.of(e);
            if (error instanceof Catalog.GetError.ProductNotFound missing) {
                message = "no product " + missing.error().id().value();
            }
        }
        assertEquals("no product XYZ-9", message);
    }

    /** Formatting may break lines elsewhere than the page does. */
    private static String withoutSpace(String text) {
        return text.replaceAll("\\s+", "");
    }
}
