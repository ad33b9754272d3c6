package io.buildingos.charge;

import io.buildingos.kernel.Money;
import io.buildingos.kernel.Tagged;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

/**
 * A charge as it is shown.
 *
 * @param allocated what covers it; of a CREDIT, what it covers
 * @param outstanding what is left of the amount
 * @param batchId common to the charges that were posted to a building together, or null
 */
public record ChargeView(
        UUID id,
        long version,
        UUID buildingId,
        UUID unitId,
        String unitCode,
        YearMonth period,
        ChargeType type,
        String concept,
        Money amount,
        Money allocated,
        Money outstanding,
        LocalDate dueOn,
        ChargeStatus status,
        UUID batchId,
        Instant createdAt,
        Instant canceledAt,
        String cancelReason)
        implements Tagged {
    public ChargeView(
            UUID id,
            long version,
            UUID buildingId,
            UUID unitId,
            String unitCode,
            YearMonth period,
            ChargeType type,
            String concept,
            long amountMinor,
            long allocatedMinor,
            String currency,
            LocalDate dueOn,
            ChargeStatus status,
            UUID batchId,
            Instant createdAt,
            Instant canceledAt,
            String cancelReason) {
        this(
                id,
                version,
                buildingId,
                unitId,
                unitCode,
                period,
                type,
                concept,
                new Money(amountMinor, currency),
                new Money(allocatedMinor, currency),
                new Money(canceledAt == null ? amountMinor - allocatedMinor : 0, currency),
                dueOn,
                status,
                batchId,
                createdAt,
                canceledAt,
                cancelReason);
    }

    /** What a merge patch is applied to. */
    public DescribeCharge description() {
        return new DescribeCharge(period, type, concept, amount, dueOn);
    }
}
