package io.rpcidl.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shortest decimals against those of Jackson, which shares no code with ours. {@code -Dnumbers=} says how many. */
class ShortestDecimalTest {

    private static final int COUNT = Integer.getInteger("numbers", 1_000_000);

    @ParameterizedTest
    @CsvSource({
        "0.0, 0.0",
        "-0.0, -0.0",
        "1, 1.0",
        "0.1, 0.1",
        "-100, -100.0",
        "123456.7, 123456.7",
        "9999999, 9999999.0",
        "10000000, 1.0E7",
        "0.001, 0.001",
        "0.0123, 0.0123",
        "0.00099, 9.9E-4",
        "2e-3, 0.002",
        "2e23, 2.0E23",
        "8.41e21, 8.41E21",
        "5.0E-324, 4.9E-324",
        "9.8e-324, 9.9E-324",
        "2.2250738585072014E-308, 2.2250738585072014E-308",
        "1.7976931348623157E308, 1.7976931348623157E308",
        "9007199254740993, 9.007199254740992E15"
    })
    void doubles(double value, String text) {
        assertEquals(text, ShortestDecimal.of(value));
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, 0.0",
        "-0.0, -0.0",
        "0.1, 0.1",
        "16777216, 1.6777216E7",
        "1.4E-45, 1.4E-45",
        "9.8E-45, 9.8E-45",
        "1.17549435E-38, 1.1754944E-38",
        "3.4028235E38, 3.4028235E38"
    })
    void floats(float value, String text) {
        assertEquals(text, ShortestDecimal.of(value));
    }

    @Test
    void everyPowerOfTwoAndItsNeighbours() {
        for (long exponent = 0; exponent < 0x7ff; exponent++) {
            for (long step = -2; step <= 2; step++) {
                sameDouble(Math.max(0, (exponent << 52) + step));
            }
        }
        for (int exponent = 0; exponent < 0xff; exponent++) {
            for (int step = -2; step <= 2; step++) {
                sameFloat(Math.max(0, (exponent << 23) + step));
            }
        }
    }

    @Test
    void everyPowerOfTenAndItsNeighbours() {
        for (int exponent = -323; exponent <= 308; exponent++) {
            long bits = Double.doubleToRawLongBits(Double.parseDouble("1e" + exponent));
            LongStream.rangeClosed(-2, 2).map(step -> bits + step).forEach(ShortestDecimalTest::sameDouble);
        }
    }

    @Test
    void anyBits() {
        random(ShortestDecimalTest::sameDouble);
        random(bits -> sameFloat((int) bits));
    }

    @Test
    void whatPeopleWrite() {
        random(bits -> {
            double value = (int) bits / Math.pow(10, bits >>> 61);
            sameDouble(Double.doubleToRawLongBits(value));
            sameFloat(Float.floatToRawIntBits((float) value));
        });
    }

    @Test
    void theSmallestNumbers() {
        LongStream.range(0, 10_000).forEach(bits -> {
            sameDouble(bits);
            sameFloat((int) bits);
        });
    }

    @Test
    void logarithmsAreExactWhereTheyAreUsed() {
        for (int q = -1_074; q <= 971; q++) {
            BigDecimal power = q < 0
                    ? BigDecimal.ONE.divide(BigDecimal.valueOf(2).pow(-q))
                    : BigDecimal.valueOf(2).pow(q);
            assertEquals(floorLog10(power), PowerOfTen.floorLog10(q));
            assertEquals(floorLog10(power.multiply(new BigDecimal("0.75"))), PowerOfTen.floorLog10OfThreeQuarters(q));
        }
        for (int k = 1; k <= 324; k++) {
            int bits = BigInteger.TEN.pow(k).bitLength();
            assertEquals(bits - 1, PowerOfTen.floorLog2(k));
            assertEquals(-bits, PowerOfTen.floorLog2(-k)); // no power of ten but the first is one of two
        }
    }

    private static int floorLog10(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }

    private static void random(LongConsumer test) {
        new SplittableRandom(19).longs(COUNT).parallel().forEach(test);
    }

    private static void sameDouble(long bits) {
        double value = Double.longBitsToDouble(bits);
        if (Double.isFinite(value)) {
            assertEquals(NumberOutput.toString(value, true), ShortestDecimal.of(value));
        }
    }

    private static void sameFloat(int bits) {
        float value = Float.intBitsToFloat(bits);
        if (Float.isFinite(value)) {
            assertEquals(NumberOutput.toString(value, true), ShortestDecimal.of(value));
        }
    }
}
