package shop;

import shop.v1.Product;

/** Compiles if it is there. */
public final class Uses {

    /** Returns a product. */
    public Product product() {
        return Product.builder().sku("A-1").build();
    }
}
