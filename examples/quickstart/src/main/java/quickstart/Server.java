package quickstart;

import io.rpcidl.runtime.server.RpcServer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import shop.v1.Product;
import shop.v1.ProductNotFoundException;
import shop.v1.Shop;
import shop.v1.ShopHandler;
import shop.v1.Stock;

final class Server implements ShopHandler {
    private final Map<String, Product> products = new TreeMap<>(Map.of(
            "A-1", new Product("A-1", "Pencil", new BigDecimal("0.80"), Stock.IN_STOCK),
            "A-2", new Product("A-2", "Notebook", new BigDecimal("4.20"), Stock.SOLD_OUT)));

    @Override
    public Product get(Shop.GetRequest request) {
        Product product = products.get(request.sku());
        if (product == null) {
            throw ProductNotFoundException.builder("no such product")
                    .sku(request.sku())
                    .build();
        }
        return product;
    }

    @Override
    public List<Product> list(Shop.ListRequest request) {
        return products.values().stream().limit(request.limit()).toList();
    }

    public static void main(String[] args) throws Exception {
        var server = RpcServer.builder().add(new Server()).registry(args[0]).start();
        System.out.println("listening on " + server.endpoint());
        server.awaitClosed();
    }
}
