package users;

import golden.rollout.Item;
import golden.service.Product;
import golden.service.Shop;
import golden.struct.Nested;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** Overlooks in each marked line what may be null or may not. */
@NullMarked
final class Bad {

    private Bad() {}

    static int mayBeAbsent(Shop shop) {
        return shop.find("1").id().length(); // wrong
    }

    static Product isNeverNull() {
        return Product.builder().id(null).build(); // wrong
    }

    static Product constructed() {
        return new Product(null); // wrong
    }

    static String parameter(Shop shop) {
        return shop.get(null, 2).id(); // wrong
    }

    static int mayHaveNotArrivedYet(Item item) {
        return item.sku().version(); // wrong
    }

    static List<Integer> elements(Nested nested) {
        return nested.gaps(); // wrong
    }

    static String leaves(Item item) {
        return item.note(); // wrong
    }
}
