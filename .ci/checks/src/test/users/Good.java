package users;

import golden.rollout.Item;
import golden.service.Product;
import golden.service.Shop;
import golden.struct.Nested;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Knows what may be null and what may not. */
@NullMarked
final class Good {

    private Good() {}

    static int mayBeAbsent(Shop shop) {
        Product found = shop.find("1");
        return found == null ? 0 : found.id().length();
    }

    static String isAlwaysThere(Shop shop) {
        return shop.get("1", 2).id();
    }

    static Shop.SearchRequest optionalMayBeSetToNull(@Nullable List<String> near) {
        return Shop.SearchRequest.builder().text("x").near(near).build();
    }

    static int mayHaveNotArrivedYet(Item item) {
        UUID sku = item.sku();
        return sku == null ? item.id().length() : sku.version();
    }

    static int elements(Nested nested) {
        int sum = 0;
        for (@Nullable Integer each : nested.gaps()) {
            sum += each == null ? 0 : each;
        }
        return sum;
    }
}
