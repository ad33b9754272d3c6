package io.buildingos.seed;

import java.math.BigDecimal;
import java.util.Arrays;

/** Ownership shares by area, to the last of the ten decimals the column keeps: rounded down, the rest to the first. */
final class SeedShares {
    private static final int DECIMALS = 10;
    private static final long WHOLE = 10_000_000_000L;

    private SeedShares() {}

    static long[] of(int[] areas) {
        long total = Arrays.stream(areas).asLongStream().sum();
        long[] shares =
                Arrays.stream(areas).mapToLong(area -> area * WHOLE / total).toArray();
        shares[0] += WHOLE - Arrays.stream(shares).sum();
        return shares;
    }

    static String decimal(long share) {
        return BigDecimal.valueOf(share, DECIMALS).toPlainString();
    }
}
