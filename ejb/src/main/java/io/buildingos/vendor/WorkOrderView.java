package io.buildingos.vendor;

import io.buildingos.kernel.Money;
import io.buildingos.kernel.Tagged;
import java.time.Instant;
import java.util.UUID;

/**
 * A work order as it is shown.
 *
 * @param cost expected until it is done, then real; null when nobody said
 * @param reason why it was canceled
 */
public record WorkOrderView(
        UUID id,
        long version,
        UUID vendorId,
        String vendorName,
        UUID buildingId,
        UUID ticketId,
        UUID quoteId,
        String description,
        WorkOrder.Status status,
        Money cost,
        UUID openedBy,
        Instant createdAt,
        Instant startedAt,
        Instant endedAt,
        String reason)
        implements Tagged {
    static final String SELECT = "new io.buildingos.vendor.WorkOrderView(w.id, w.version, w.vendorId, v.name,"
            + " w.buildingId, w.ticketId, w.quoteId, w.description, w.status, w.amountMinor, w.currency, w.openedBy,"
            + " w.createdAt, w.startedAt, w.endedAt, w.reason)";
    static final String FROM = "WorkOrder w join Vendor v on v.tenantId = w.tenantId and v.id = w.vendorId";

    /** As the database has it: the cost in two columns. */
    public WorkOrderView(
            UUID id,
            long version,
            UUID vendorId,
            String vendorName,
            UUID buildingId,
            UUID ticketId,
            UUID quoteId,
            String description,
            WorkOrder.Status status,
            Long amountMinor,
            String currency,
            UUID openedBy,
            Instant createdAt,
            Instant startedAt,
            Instant endedAt,
            String reason) {
        this(
                id,
                version,
                vendorId,
                vendorName,
                buildingId,
                ticketId,
                quoteId,
                description,
                status,
                Amounts.of(amountMinor, currency),
                openedBy,
                createdAt,
                startedAt,
                endedAt,
                reason);
    }
}
