package users

import golden.rollout.Item
import golden.service.Product
import golden.service.Shop
import golden.struct.Nested
import java.util.UUID

/** Knows what may be null and what may not. */
object Good {
    fun mayBeAbsent(shop: Shop): Int = shop.find("1")?.id()?.length ?: 0

    fun isAlwaysThere(shop: Shop): String = shop.get("1", 2).id()

    fun optionalMayBeSetToNull(near: List<String>?): Shop.SearchRequest =
        Shop.SearchRequest.builder().text("x").near(near).build()

    fun mayHaveNotArrivedYet(item: Item): UUID? = item.sku()

    fun elements(nested: Nested): List<Int?> = nested.gaps()

    fun built(): Product = Product.builder().id("1").build()
}
