package io.rpcidl.cli;

import io.rpcidl.runtime.ItemWriter;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.RpcStream;
import io.rpcidl.runtime.ServerCall;
import io.rpcidl.runtime.StatusCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import shop.v1.Line;
import shop.v1.Product;
import shop.v1.ProductNotFoundException;
import shop.v1.Shop;
import shop.v1.ShopHandler;

/** What the tests of calls, and the page of the command, call. */
public final class ShopService implements ShopHandler {

    private static final BigDecimal STEP = new BigDecimal("0.05");

    /** What happened to calls that nobody answers, or that were cancelled. */
    public final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    private final Map<String, Product> products = new TreeMap<>(Map.of(
            "A-1", new Product("A-1", "Pencil", new BigDecimal("0.80")),
            "A-2", new Product("A-2", "Notebook", new BigDecimal("4.20")),
            "007", new Product("007", "Golden gun", new BigDecimal("12345678901234567890.10"))));

    @Override
    public Product get(Shop.GetRequest request) {
        return product(request.sku());
    }

    private Product product(String sku) {
        Product product = products.get(sku);
        if (product == null) {
            throw ProductNotFoundException.builder("no such product").sku(sku).build();
        }
        return product;
    }

    @Override
    public List<Product> list(Shop.ListRequest request) {
        ServerCall.current().addReplyMetadata("shop", "corner");
        return products.values().stream().limit(request.limit()).toList();
    }

    @Override
    public BigDecimal total(Shop.TotalRequest request) {
        return request.skus().stream().map(this::product).map(Product::price).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public void setPrice(Shop.SetPriceRequest request) {
        if (!"Bearer sesame".equals(ServerCall.current().metadata().get("authorization"))) {
            throw new RpcException(StatusCode.UNAUTHENTICATED, "only the owner sets prices");
        }
        Product old = product(request.sku());
        products.put(old.sku(), new Product(old.sku(), old.name(), request.price()));
    }

    @Override
    public void complain(Shop.ComplainRequest request) {
        events.add(request.sku() + ": " + request.why());
    }

    @Override
    public void browse(Shop.BrowseRequest request, ItemWriter<Product> out) {
        String from = request.from() == null ? "" : request.from();
        do {
            products.values().stream()
                    .filter(each -> each.sku().compareTo(from) >= 0)
                    .forEach(out::write); // which fails once nobody reads
        } while (request.endless());
    }

    @Override
    public BigDecimal order(Shop.OrderRequest request, RpcStream<Line> lines) {
        List<BigDecimal> prices = new ArrayList<>();
        while (lines.hasNext()) {
            Line line = lines.next();
            prices.add(product(line.sku()).price().multiply(BigDecimal.valueOf(line.count())));
        }
        return prices.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public void haggle(Shop.HaggleRequest request, RpcStream<BigDecimal> offers, ItemWriter<BigDecimal> out) {
        BigDecimal price = product(request.sku()).price();
        while (offers.hasNext()) {
            BigDecimal offer = offers.next();
            price = price.subtract(STEP);
            out.write(offer.compareTo(price) >= 0 ? offer : price);
            if (offer.compareTo(price) >= 0) {
                return;
            }
        }
    }

    @Override
    public void wait_(Shop.WaitRequest request) {
        CountDownLatch cancelled = new CountDownLatch(1);
        ServerCall.current().onCancel(cancelled::countDown);
        events.add("waits");
        try {
            cancelled.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        events.add("cancelled");
    }
}
