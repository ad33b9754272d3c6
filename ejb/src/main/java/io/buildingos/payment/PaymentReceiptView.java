package io.buildingos.payment;

import io.buildingos.kernel.Money;
import io.buildingos.kernel.Tagged;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A receipt as it is shown.
 *
 * @param number as {@code 2026-000042}
 * @param issuedOn by the tenant's calendar, which also decides the number's year
 * @param annulledAt when its payment was reversed, or null
 * @param documentId its PDF as it was issued; null for a moment after the approval
 * @param deliveredAt when its document was made and mailed; null for a moment after the approval
 */
public record PaymentReceiptView(
        UUID id,
        long version,
        String number,
        UUID buildingId,
        UUID unitId,
        String unitCode,
        UUID paymentId,
        Money amount,
        LocalDate issuedOn,
        Instant annulledAt,
        UUID documentId,
        Instant deliveredAt)
        implements Tagged {
    public PaymentReceiptView(
            UUID id,
            long version,
            int year,
            long number,
            UUID buildingId,
            UUID unitId,
            String unitCode,
            UUID paymentId,
            long amountMinor,
            String currency,
            LocalDate issuedOn,
            Instant annulledAt,
            UUID documentId,
            Instant deliveredAt) {
        this(
                id,
                version,
                Receipt.number(year, number),
                buildingId,
                unitId,
                unitCode,
                paymentId,
                new Money(amountMinor, currency),
                issuedOn,
                annulledAt,
                documentId,
                deliveredAt);
    }
}
