package io.rpcidl.json;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckTest {

    @Test
    void lengthsCountCodePoints() {
        Check<String> check = Check.length(2, 3);
        assertDoesNotThrow(() -> check.check("😀😀😀"));
        assertDoesNotThrow(() -> check.check("ab"));
        violated("expected 2..3 code points, got 1", check, "😀");
        violated("expected 2..3 code points, got 4", check, "abcd");
        violated("expected 1.. code points, got 0", Check.length(1, Long.MAX_VALUE), "");
        violated("expected ..1 code points, got 2", Check.length(0, 1), "ab");
    }

    @Test
    void sizes() {
        violated("expected 1..2 elements, got 0", Check.size(1, 2), List.of());
        violated("expected ..1 entries, got 2", Check.entries(0, 1), Map.of(1, 1, 2, 2));
        violated("expected 2.. bytes, got 1", Check.bytes(2, Long.MAX_VALUE), Bytes.utf8("a"));
        assertDoesNotThrow(() -> Check.bytes(1, 1).check(Bytes.utf8("a")));
    }

    @Test
    void rangesAreThoseOfTheType() {
        Check<Number> whole = Check.range(-1, 5);
        assertDoesNotThrow(() -> whole.check(5));
        assertDoesNotThrow(() -> whole.check(-1L));
        violated("expected a number in -1..5", whole, 6);
        violated("expected a number in ..5", Check.range(Long.MIN_VALUE, 5), 6L);
        Check<Number> tenth = Check.range("0.1", "0.1");
        for (Number number : new Number[] {0.1, 0.1f, new BigDecimal("0.10")}) {
            assertDoesNotThrow(() -> tenth.check(number), number.getClass().getName());
        }
        violated("expected a number in 0.1..0.1", tenth, Double.NaN);
        violated("expected a number in 0.1..0.1", tenth, Double.POSITIVE_INFINITY);
        violated("expected a number in 0.1..0.1", tenth, new BigDecimal("0.11"));
        violated("expected a number in ..9", Check.range(null, "9"), BigInteger.TEN);
        assertDoesNotThrow(() -> Check.range("0", null).check(Float.POSITIVE_INFINITY));
    }

    @Test
    void elementsAreNamedByTheirPlace() {
        Check<? super List<String>> list = Check.each(Check.length(0, 1));
        violated("/2: expected ..1 code points, got 2", list, Arrays.asList("a", null, "bb"));
        Check<? super Map<String, String>> map = Check.both(Check.length(0, 9), Check.length(0, 1));
        violated("/a~1b: expected ..1 code points, got 2", map, Map.of("a/b", "cc"));
        violated("expected ..1 code points, got 2", Check.sensitive(map), Map.of("a secret", "cc"));
        violated("/key: expected ..9 code points, got 10", map, Map.of("0123456789", "c"));
        Check<? super List<String>> both = Check.all(Check.size(1, 9), list);
        violated("expected 1..9 elements, got 0", both, List.of());
        violated("/0: expected ..1 code points, got 2", both, List.of("aa"));
        assertDoesNotThrow(() -> Check.NONE.check(1));
    }

    @Test
    void membersAreNamedAndAbsentOnesAreRight() {
        Check<? super List<String>> check = Check.each(Check.length(0, 1));
        assertDoesNotThrow(() -> check.require("tags", null));
        ConstraintException refusal =
                assertThrows(ConstraintException.class, () -> check.require("tags", List.of("", "xx")));
        assertEquals("/tags/1: expected ..1 code points, got 2", refusal.getMessage());
        assertEquals("/tags/1", refusal.pointer());
        assertEquals("expected ..1 code points, got 2", refusal.violation());
    }

    private static <T> void violated(String message, Check<? super T> check, T value) {
        ConstraintException refusal = assertThrows(ConstraintException.class, () -> check.check(value));
        assertEquals(message, refusal.getMessage());
    }
}
