package io.buildingos.ledger;

import io.buildingos.kernel.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * What covers a charge.
 *
 * @param paymentId the payment it comes from; null if from a credit
 * @param creditId the CREDIT it comes from; null if from a payment
 * @param releasedAt when it ended; null while it counts
 */
public record AllocationView(
        UUID id,
        UUID unitId,
        UUID chargeId,
        UUID paymentId,
        UUID creditId,
        Money amount,
        Instant allocatedAt,
        Instant releasedAt) {
    public AllocationView(
            UUID id,
            UUID unitId,
            UUID chargeId,
            UUID paymentId,
            UUID creditId,
            long amountMinor,
            String currency,
            Instant allocatedAt,
            Instant releasedAt) {
        this(id, unitId, chargeId, paymentId, creditId, new Money(amountMinor, currency), allocatedAt, releasedAt);
    }
}
