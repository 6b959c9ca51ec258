package io.rpcidl.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import golden.constants.Code;
import golden.constants.Color;
import golden.constants.Constants;
import golden.constants.Money;
import golden.constants.Uses;
import golden.constants.Way;
import io.rpcidl.json.Bytes;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConstantsTest {

    private static final Money FREE =
            Money.builder().amount(new BigDecimal("0")).tags(Set.of("a", "b")).build();

    @Test
    void valuesOfEveryKind() {
        assertEquals(500, Constants.MAX);
        assertEquals(Long.MAX_VALUE, Constants.LARGE);
        assertEquals("\"name\" ü", Constants.NAME);
        assertEquals(Bytes.utf8("hello"), Constants.DATA);
        assertEquals(Duration.ofMinutes(1), Constants.WAIT);
        assertEquals(Color.GREEN, Constants.COLOR);
        assertEquals(new Code("abc"), Constants.CODE);
        assertEquals(List.of(List.of(1, 2), List.of()), Constants.LIST);
        assertEquals(List.of("b", "a"), List.copyOf(Constants.SET));
        assertEquals(FREE, Constants.FREE);
        assertEquals(Way.money(FREE), Constants.CASE);
        assertEquals(Way.none(), Constants.UNIT);
        assertEquals(List.of(new Code("abc"), new Code("b")), List.copyOf(Constants.MAP.keySet()));
        assertEquals(FREE, Constants.MAP.get(new Code("abc")));
        assertEquals(Map.of("Color", Color.RED), Constants.UUID_);
        assertEquals("a word of Java", Constants.class_);
    }

    @Test
    void nobodyChangesThem() {
        assertThrows(UnsupportedOperationException.class, () -> Constants.LIST.add(List.of()));
        assertThrows(UnsupportedOperationException.class, () -> Constants.SET.clear());
        assertThrows(UnsupportedOperationException.class, () -> Constants.MAP.clear());
    }

    @Test
    void defaultsHaveTheirValues() {
        Uses uses = Uses.builder().build();
        assertEquals(new Uses(500, FREE, Constants.CASE, Constants.MAP), uses);
    }
}
