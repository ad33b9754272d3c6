package io.buildingos.seed;

import io.buildingos.kernel.UuidV7;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Chance that falls the same for the same question, whenever and in whatever order it is asked: about a thing, in a month.
 * What hangs on it stays what it was however often the seed runs, and on whichever day.
 */
record SeedDice(long seed) {
    private static final int MONTHS_OF_YEAR = 12;

    SplittableRandom about(String purpose, UUID thing, YearMonth month) {
        long mixed = seed;
        for (byte letter : purpose.getBytes(StandardCharsets.UTF_8)) {
            mixed = mixed * 1_099_511_628_211L + letter;
        }
        mixed = (mixed * 31 + thing.getMostSignificantBits()) * 0x9E37_79B9_7F4A_7C15L
                + thing.getLeastSignificantBits();
        return new SplittableRandom(mixed * 31 + (long) month.getYear() * MONTHS_OF_YEAR + month.getMonthValue());
    }

    /** In one of so many cases. */
    boolean oneIn(int cases, String purpose, UUID thing, YearMonth month) {
        return about(purpose, thing, month).nextInt(cases) == 0;
    }

    <T> T pick(List<T> choices, String purpose, UUID thing, YearMonth month) {
        return choices.get(about(purpose, thing, month).nextInt(choices.size()));
    }

    /** As old as the month. */
    UUID id(String kind, UUID thing, YearMonth month, int number) {
        SplittableRandom random = about("id of " + kind + " " + number, thing, month);
        long at = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() + number;
        return UuidV7.at(at, random.nextLong(), random.nextLong());
    }
}
