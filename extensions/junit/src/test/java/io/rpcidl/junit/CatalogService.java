package io.rpcidl.junit;

import golden.tour.Catalog;
import golden.tour.CatalogHandlerBase;
import golden.tour.Product;
import golden.tour.ProductId;
import golden.tour.ProductNotFoundException;
import io.rpcidl.runtime.ItemWriter;
import io.rpcidl.runtime.RpcStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** What the tests of this module serve. */
class CatalogService extends CatalogHandlerBase {

    static final ProductId PENCIL = new ProductId("ABC-1");

    /** Calls of {@code get}. */
    final AtomicInteger gets = new AtomicInteger();

    /** Lets {@code list} answer. */
    final CountDownLatch release = new CountDownLatch(1);

    private final Map<ProductId, Product> products = new ConcurrentHashMap<>(
            Map.of(PENCIL, Product.builder().id(PENCIL).name("Pencil").build()));

    @Override
    public Product get(Catalog.GetRequest request) {
        gets.incrementAndGet();
        Product product = products.get(request.id());
        if (product == null) {
            throw ProductNotFoundException.builder("no such product")
                    .id(request.id())
                    .build();
        }
        return product;
    }

    @Override
    public List<Product> list(Catalog.ListRequest request) {
        boolean interrupted = true;
        while (interrupted) { // as code does that does not care whether anybody waits
            try {
                release.await();
                interrupted = false;
            } catch (InterruptedException e) {
                continue;
            }
        }
        return List.copyOf(products.values());
    }

    @Override
    public void watch(Catalog.WatchRequest request, ItemWriter<Product> out) {
        while (true) {
            products.values().forEach(out::write);
        }
    }

    @Override
    public long upload(Catalog.UploadRequest request, RpcStream<Product> rows) {
        long count = 0;
        while (rows.hasNext()) {
            Product row = rows.next();
            products.put(row.id(), row);
            count++;
        }
        return count;
    }
}
