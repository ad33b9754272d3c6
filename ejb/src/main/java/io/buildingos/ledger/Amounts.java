package io.buildingos.ledger;

import io.buildingos.kernel.Money;
import io.buildingos.kernel.Refusal;

/** What a single charge or payment may amount to: more than nothing, and so little that every client can count it exactly. */
public final class Amounts {
    public static final long MOST = 999_999_999_999_999L;

    private Amounts() {}

    public static void requireInRange(String field, Money amount) {
        if (amount.amountMinor() < 1 || amount.amountMinor() > MOST) {
            throw Refusal.invalid(field, "must be between 1 and %d minor units".formatted(MOST));
        }
    }
}
