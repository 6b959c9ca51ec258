package shop;

import java.math.BigDecimal;
import money.v1.Money;
import shop.v1.Product;

/** What costs nothing. */
public final class Free {

    /** Returns a product that costs nothing. */
    public Product product() {
        return Product.builder()
                .sku("F-1")
                .price(Money.builder().amount(BigDecimal.ZERO).currency("EUR").build())
                .build();
    }
}
