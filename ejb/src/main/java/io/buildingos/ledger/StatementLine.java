package io.buildingos.ledger;

import io.buildingos.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A line of a unit's statement.
 *
 * @param position 1 for the unit's first entry, without gaps
 * @param amount what the unit owes more; negative: less
 * @param balance what the unit owes after this entry
 * @param reversesId the entry this one takes back, or null
 */
public record StatementLine(
        UUID id,
        long position,
        LocalDate date,
        EntryKind kind,
        String description,
        Money amount,
        Money balance,
        UUID chargeId,
        UUID paymentId,
        UUID reversesId,
        Instant postedAt) {
    public StatementLine(
            UUID id,
            long position,
            LocalDate date,
            EntryKind kind,
            String description,
            long amountMinor,
            long balanceMinor,
            String currency,
            UUID chargeId,
            UUID paymentId,
            UUID reversesId,
            Instant postedAt) {
        this(
                id,
                position,
                date,
                kind,
                description,
                new Money(amountMinor, currency),
                new Money(balanceMinor, currency),
                chargeId,
                paymentId,
                reversesId,
                postedAt);
    }
}
