package io.buildingos.charge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.buildingos.kernel.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChargeSplitTest {
    private static final int CASES = 3_000;

    @ParameterizedTest
    @CsvSource({"JPY, 1", "EUR, 2", "KWD, 3"})
    void sumsToTheTotalForAnySharesAndEveryExponent(String currency, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int number = 0; number < CASES; number++) {
            List<BigDecimal> shares = shares(random);
            BigDecimal major = BigDecimal.valueOf(random.nextLong(1_000_000_000L))
                    .movePointLeft(3)
                    .setScale(Money.exponent(currency), RoundingMode.DOWN);
            Money total = new Money(major.unscaledValue().longValueExact(), currency);
            List<Long> parts = ChargeSplit.byShares(total.amountMinor(), shares);
            assertEquals(
                    0,
                    parts.stream()
                            .map(part -> new Money(part, currency).decimal())
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .compareTo(major),
                    () -> total + " by " + shares + " gives " + parts);
        }
    }

    @Test
    void noPartIsAMinorUnitAwayFromItsExactShare() {
        SplittableRandom random = new SplittableRandom(4);
        for (int number = 0; number < CASES; number++) {
            List<BigDecimal> shares = shares(random);
            long total = random.nextLong(999_999_999_999_999L);
            List<Long> parts = ChargeSplit.byShares(total, shares);
            BigDecimal sum = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            for (int place = 0; place < parts.size(); place++) {
                // |part × sum − total × share| < sum, without a division that would round.
                BigDecimal distance = BigDecimal.valueOf(parts.get(place))
                        .multiply(sum)
                        .subtract(BigDecimal.valueOf(total).multiply(shares.get(place)))
                        .abs();
                assertTrue(distance.compareTo(sum) < 0, () -> total + " by " + shares + " gives " + parts);
            }
        }
    }

    @Test
    void theLargestRemainderGetsWhatIsMissing() {
        assertEquals(List.of(3L, 2L, 5L), split(10, "0.27", "0.23", "0.5"));
        assertEquals(List.of(2L, 3L, 5L), split(10, "0.23", "0.27", "0.5"));
    }

    @Test
    void equalRemaindersGoToTheFirst() {
        assertEquals(List.of(34L, 33L, 33L), split(100, "0.25", "0.25", "0.25"));
        assertEquals(List.of(1L, 1L, 0L), split(2, "1", "1", "1"));
        assertEquals(List.of(0L, 0L), split(0, "0.5", "0.5"));
    }

    @Test
    void theLargestTotalDoesNotOverflow() {
        assertEquals(List.of(Long.MAX_VALUE), ChargeSplit.byShares(Long.MAX_VALUE, List.of(new BigDecimal("1E-10"))));
    }

    private static List<Long> split(long total, String... shares) {
        return ChargeSplit.byShares(
                total,
                IntStream.range(0, shares.length)
                        .mapToObj(place -> new BigDecimal(shares[place]))
                        .toList());
    }

    private static List<BigDecimal> shares(SplittableRandom random) {
        return random.longs(1 + random.nextInt(40), 1, 10_000_000_000L)
                .mapToObj(unscaled -> new BigDecimal(BigInteger.valueOf(unscaled), 10))
                .toList();
    }
}
