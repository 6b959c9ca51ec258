package orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import audit.v1.Payment;
import catalog.v1.Product;
import java.math.BigDecimal;
import java.util.List;
import money.v1.Money;
import org.junit.jupiter.api.Test;
import shop.v1.Order;

class OrdersTest {

    @Test
    void hasTheTypesOfAllModules() {
        Money one = Money.builder().amount(BigDecimal.ONE).build();
        Order order = Order.builder()
                .product(Product.builder().price(one).build())
                .payment(Payment.builder().amount(one).build())
                .build();
        assertEquals(1, Orders.builder().all(List.of(order)).build().all().size());
    }
}
