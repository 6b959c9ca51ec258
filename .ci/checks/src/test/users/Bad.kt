package users

import golden.rollout.Item
import golden.service.Product
import golden.service.Shop
import golden.struct.Nested
import java.util.UUID

/** Overlooks in each marked line what may be null or may not. */
object Bad {
    fun mayBeAbsent(shop: Shop): Int = shop.find("1").id().length // wrong

    fun isNeverNull(): Product = Product.builder().id(null).build() // wrong

    fun constructed(): Product = Product(null) // wrong

    fun parameter(shop: Shop): String = shop.get(null, 2).id() // wrong

    fun mayHaveNotArrivedYet(item: Item): UUID = item.sku() // wrong

    fun elements(nested: Nested): List<Int> = nested.gaps() // wrong

    fun leaves(item: Item): String = item.note() // wrong
}
