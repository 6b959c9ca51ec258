package io.rpcidl.runtime.generated;

import static io.rpcidl.runtime.generated.Json.read;
import static io.rpcidl.runtime.generated.Json.refused;
import static io.rpcidl.runtime.generated.Json.same;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import golden.closedenum.Axis;
import golden.closedenum.Grid;
import golden.closedenum.TypeCodecs_.AxisCodec_;
import golden.closedenum.TypeCodecs_.GridCodec_;
import golden.openenum.Shelf;
import golden.openenum.Stock;
import golden.openenum.TypeCodecs_.ShelfCodec_;
import golden.openenum.TypeCodecs_.StockCodec_;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnumsTest {

    @Test
    void anOpenEnumIsReadAsItsConstants() {
        same(StockCodec_.INSTANCE, Stock.IN_STOCK, "'in-stock'");
        assertSame(Stock.IN_STOCK, read(StockCodec_.INSTANCE, "'in-stock'"));
        assertSame(Stock.SOLD_OUT, Stock.of("SOLD_OUT"));
        assertEquals("in-stock", Stock.IN_STOCK.wireName());
        assertEquals("in-stock", Stock.IN_STOCK.toString());
    }

    @Test
    void anOpenEnumKeepsWhatItDoesNotKnow() {
        Stock unknown = read(StockCodec_.INSTANCE, "'on its way'");
        same(StockCodec_.INSTANCE, unknown, "'on its way'");
        assertEquals(Stock.Known.UNKNOWN_, unknown.known());
        assertEquals(Stock.of("on its way"), unknown);
        assertEquals(Stock.of("on its way").hashCode(), unknown.hashCode());
        assertNotEquals(Stock.of("IN_STOCK"), Stock.IN_STOCK); // the name on the wire is another one
        assertThrows(NullPointerException.class, () -> Stock.of(null));
    }

    @Test
    void anOpenEnumCanBeSwitchedOver() {
        List<Stock> all = List.of(Stock.IN_STOCK, Stock.SOLD_OUT, Stock.lower, Stock.of("new"));
        List<String> names = all.stream()
                .map(each -> switch (each.known()) {
                    case IN_STOCK -> "in";
                    case SOLD_OUT -> "out";
                    case lower -> "lower";
                    case UNKNOWN_ -> "?";
                })
                .toList();
        assertEquals(List.of("in", "out", "lower", "?"), names);
    }

    @Test
    void anOpenEnumIsAKeyKnownOrNot() {
        Map<Stock, Integer> counts = new LinkedHashMap<>();
        counts.put(Stock.of("new"), 2);
        counts.put(Stock.IN_STOCK, 1);
        Shelf shelf = Shelf.builder().stock(Stock.of("x")).counts(counts).build();
        same(
                ShelfCodec_.INSTANCE,
                shelf,
                "{'stock':'x','expected':'in-stock','all':['SOLD_OUT','lower'],'counts':{'new':2,'in-stock':1}}");
        assertEquals(List.of(Stock.SOLD_OUT, Stock.lower), List.copyOf(shelf.all()));
    }

    @Test
    void aClosedEnumIsAJavaEnum() {
        same(AxisCodec_.INSTANCE, Axis.Y, "'y'");
        assertEquals(List.of(Axis.X, Axis.Y), Arrays.asList(Axis.values()));
        assertEquals(Optional.of(Axis.Y), Axis.ofWireName("y"));
        assertEquals(Optional.empty(), Axis.ofWireName("Y"));
    }

    @Test
    void aClosedEnumRefusesWhatItDoesNotHave() {
        refused(AxisCodec_.INSTANCE, "'Z'", "expected Axis, got a name that it does not have");
        refused(AxisCodec_.INSTANCE, "1", "expected string, got 1");
        refused(
                GridCodec_.INSTANCE,
                "{'axis':'X','main':'Z','cells':{}}",
                "/main: expected Axis, got a name that it does not have");
    }

    @Test
    void aClosedEnumIsAKey() {
        same(
                GridCodec_.INSTANCE,
                new Grid(Axis.X, Axis.X, Map.of(Axis.Y, List.of(1))),
                "{'axis':'X','main':'X','cells':{'y':[1]}}");
    }
}
