package io.buildingos.payment;

import io.buildingos.kernel.Money;
import io.buildingos.kernel.Tagged;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A payment as it is shown.
 *
 * @param allocated what of it covers charges
 * @param credit what of it is free credit of the unit; nothing unless it is APPROVED
 * @param proofDocumentId what proves it, or null
 * @param receiptNumber as {@code 2026-000042}; null until it is approved
 */
public record PaymentView(
        UUID id,
        long version,
        UUID buildingId,
        UUID unitId,
        String unitCode,
        PaymentMethod method,
        Money amount,
        Money allocated,
        Money credit,
        String reference,
        LocalDate paidOn,
        UUID proofDocumentId,
        PaymentStatus status,
        Instant submittedAt,
        UUID submittedBy,
        Instant reviewedAt,
        String rejectionReason,
        Instant reversedAt,
        String reversalReason,
        UUID receiptId,
        String receiptNumber)
        implements Tagged {
    public PaymentView(
            UUID id,
            long version,
            UUID buildingId,
            UUID unitId,
            String unitCode,
            PaymentMethod method,
            long amountMinor,
            long allocatedMinor,
            String currency,
            String reference,
            LocalDate paidOn,
            UUID proofDocumentId,
            PaymentStatus status,
            Instant submittedAt,
            UUID submittedBy,
            Instant reviewedAt,
            String rejectionReason,
            Instant reversedAt,
            String reversalReason,
            UUID receiptId,
            Integer receiptYear,
            Long receiptNumber) {
        this(
                id,
                version,
                buildingId,
                unitId,
                unitCode,
                method,
                new Money(amountMinor, currency),
                new Money(allocatedMinor, currency),
                new Money(status == PaymentStatus.APPROVED ? amountMinor - allocatedMinor : 0, currency),
                reference,
                paidOn,
                proofDocumentId,
                status,
                submittedAt,
                submittedBy,
                reviewedAt,
                rejectionReason,
                reversedAt,
                reversalReason,
                receiptId,
                receiptId == null ? null : Receipt.number(receiptYear, receiptNumber));
    }
}
