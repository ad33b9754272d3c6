package io.buildingos.seed;

import java.time.YearMonth;
import java.util.UUID;

/** How a unit pays, for as long as the demonstration lasts. */
enum SeedPayer {
    /** All that is due, in the first days of the month. */
    PUNCTUAL,
    /** All of it, when it is late already. */
    LATE,
    /** A part of it, late. */
    PARTIAL,
    /** Several months at once, which stays the unit's credit until they come. */
    AHEAD,
    /** Punctually, but now and then the bank takes it back. */
    BOUNCING,
    /** Seldom, and little. */
    DELINQUENT;

    private static final YearMonth ALWAYS = YearMonth.of(2026, 1);
    private static final int MONTHS_AHEAD = 3;
    private static final int OF_HUNDRED = 100;

    static SeedPayer of(SeedDice dice, UUID unit) {
        int lot = dice.about("payer", unit, ALWAYS).nextInt(20);
        if (lot < 11) {
            return PUNCTUAL;
        }
        if (lot < 14) {
            return LATE;
        }
        if (lot < 16) {
            return PARTIAL;
        }
        if (lot < 17) {
            return AHEAD;
        }
        return lot < 18 ? BOUNCING : DELINQUENT;
    }

    boolean isLate() {
        return this == LATE || this == PARTIAL || this == DELINQUENT;
    }

    /**
     * What comes in a month.
     *
     * @param due all that the unit owes, more than zero
     */
    long pays(long due, SeedDice dice, UUID unit, YearMonth month) {
        return switch (this) {
            case PUNCTUAL, LATE, BOUNCING -> due;
            case PARTIAL ->
                Math.max(1, due * (40 + dice.about("part", unit, month).nextInt(40)) / OF_HUNDRED);
            case AHEAD -> due * MONTHS_AHEAD;
            case DELINQUENT -> dice.oneIn(4, "pays at all", unit, month) ? Math.max(1, due / 4) : 0;
        };
    }
}
