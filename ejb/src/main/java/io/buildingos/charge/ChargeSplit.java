package io.buildingos.charge;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Splits a total by shares, exactly: each part is rounded down, and what is then missing goes, one minor unit each, to those
 * that lost most by the rounding; between equals, to the one that comes first. So the parts sum to the total, whatever the
 * shares sum to and whatever a minor unit is worth.
 */
public final class ChargeSplit {
    private ChargeSplit() {}

    /**
     * The parts, in the order of the shares.
     *
     * @param totalMinor not negative
     * @param shares above zero
     */
    public static List<Long> byShares(long totalMinor, List<BigDecimal> shares) {
        if (shares.isEmpty()) {
            throw new IllegalArgumentException("nobody shares the total");
        }
        List<BigInteger> weights = wholeNumbers(shares);
        BigInteger sum = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger total = BigInteger.valueOf(totalMinor);
        long[] parts = new long[weights.size()];
        List<Rounded> rounded = new ArrayList<>();
        long missing = totalMinor;
        for (int place = 0; place < parts.length; place++) {
            BigInteger[] exact = total.multiply(weights.get(place)).divideAndRemainder(sum);
            parts[place] = exact[0].longValueExact();
            missing -= parts[place];
            rounded.add(new Rounded(place, exact[1]));
        }
        rounded.sort(Comparator.comparing(Rounded::lost).reversed().thenComparing(Rounded::place));
        rounded.stream().limit(missing).forEach(one -> parts[one.place()]++);
        return java.util.Arrays.stream(parts).boxed().toList();
    }

    private static List<BigInteger> wholeNumbers(List<BigDecimal> shares) {
        int scale = shares.stream().mapToInt(BigDecimal::scale).max().orElse(0);
        return shares.stream()
                .map(share -> share.setScale(Math.max(0, scale)).unscaledValue())
                .toList();
    }

    private record Rounded(int place, BigInteger lost) {}
}
