package quickstart;

import io.rpcidl.runtime.server.RpcServer;
import java.math.BigDecimal;
import java.util.List;
import shop.v1.Product;
import shop.v1.ProductNotFoundException;
import shop.v1.Shop;
import shop.v1.ShopHandler;

final class Server implements ShopHandler {
    private final List<Product> products = List.of(
            Product.builder().sku("A-1").name("Pencil").price(new BigDecimal("0.80")).build(),
            Product.builder().sku("A-2").name("Notebook").price(new BigDecimal("4.20")).build());

    @Override
    public Product get(Shop.GetRequest request) {
        return products.stream().filter(p -> p.sku().equals(request.sku())).findAny().orElseThrow(
                () -> ProductNotFoundException.builder("no such product").sku(request.sku()).build());
    }

    @Override
    public List<Product> list(Shop.ListRequest request) {
        BigDecimal max = request.maxPrice();
        return products.stream().filter(p -> max == null || p.price().compareTo(max) <= 0).limit(request.limit()).toList();
    }

    public static void main(String[] args) throws Exception {
        RpcServer server = RpcServer.builder().add(new Server()).registry(args[0]).start();
        System.out.println("listening on " + server.endpoint());
        server.awaitClosed();
    }
}
