package basket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import shop.v1.Product;

class BasketTest {

    @Test
    void holdsProducts() {
        Product pencil = Product.builder().sku("A-1").build();
        assertEquals(
                List.of(pencil), Basket.builder().products(List.of(pencil)).build().products());
    }
}
