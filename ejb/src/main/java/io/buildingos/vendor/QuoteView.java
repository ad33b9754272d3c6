package io.buildingos.vendor;

import io.buildingos.kernel.Money;
import io.buildingos.kernel.Tagged;
import java.time.Instant;
import java.util.UUID;

/**
 * A quote as it is shown.
 *
 * @param amount null until it is received
 * @param documentId the offer as the vendor wrote it, or null
 * @param reason why it was rejected
 */
public record QuoteView(
        UUID id,
        long version,
        UUID vendorId,
        String vendorName,
        UUID buildingId,
        UUID ticketId,
        String description,
        Quote.Status status,
        Money amount,
        UUID documentId,
        UUID requestedBy,
        Instant createdAt,
        Instant receivedAt,
        UUID decidedBy,
        Instant decidedAt,
        String reason)
        implements Tagged {
    static final String SELECT = "new io.buildingos.vendor.QuoteView(q.id, q.version, q.vendorId, v.name, q.buildingId,"
            + " q.ticketId, q.description, q.status, q.amountMinor, q.currency, q.documentId, q.requestedBy, q.createdAt,"
            + " q.receivedAt, q.decidedBy, q.decidedAt, q.reason)";
    static final String FROM = "Quote q join Vendor v on v.tenantId = q.tenantId and v.id = q.vendorId";

    /** As the database has it: the amount in two columns. */
    public QuoteView(
            UUID id,
            long version,
            UUID vendorId,
            String vendorName,
            UUID buildingId,
            UUID ticketId,
            String description,
            Quote.Status status,
            Long amountMinor,
            String currency,
            UUID documentId,
            UUID requestedBy,
            Instant createdAt,
            Instant receivedAt,
            UUID decidedBy,
            Instant decidedAt,
            String reason) {
        this(
                id,
                version,
                vendorId,
                vendorName,
                buildingId,
                ticketId,
                description,
                status,
                Amounts.of(amountMinor, currency),
                documentId,
                requestedBy,
                createdAt,
                receivedAt,
                decidedBy,
                decidedAt,
                reason);
    }
}
