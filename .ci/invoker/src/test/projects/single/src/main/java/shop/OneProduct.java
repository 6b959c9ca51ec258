package shop;

import shop.v1.Product;
import shop.v1.ProductNotFoundException;
import shop.v1.Shop;
import shop.v1.ShopHandler;

/** Sells pencils. */
public final class OneProduct implements ShopHandler {

    @Override
    public Product get(Shop.GetRequest request) {
        if (!request.sku().equals("A-1")) {
            throw ProductNotFoundException.builder("no such product")
                    .sku(request.sku())
                    .build();
        }
        return Product.builder().sku("A-1").name("Pencil").build();
    }
}
