package io.buildingos.vendor;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Money;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What a vendor is to do in a building: OPEN, IN_PROGRESS, DONE; CANCELED until it is done. */
@Entity
@Table(name = "work_orders")
public class WorkOrder extends TenantOwned {
    /** Where it stands. */
    public enum Status {
        OPEN,
        IN_PROGRESS,
        DONE,
        CANCELED
    }

    @Column(name = "building_id", updatable = false)
    private UUID buildingId;

    @Column(name = "vendor_id", updatable = false)
    private UUID vendorId;

    @Column(name = "ticket_id", updatable = false)
    private UUID ticketId;

    @Column(name = "quote_id", updatable = false)
    private UUID quoteId;

    @Column(updatable = false)
    private String description;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(name = "amount_minor")
    private Long amountMinor;

    private String currency;

    @Column(name = "opened_by", updatable = false)
    private UUID openedBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    private String reason;

    protected WorkOrder() {}

    /** @param expected as its quote says, or null */
    WorkOrder(UUID tenantId, OpenWorkOrder command, Money expected, UUID openedBy, Instant now) {
        super(tenantId);
        this.buildingId = command.buildingId();
        this.vendorId = command.vendorId();
        this.ticketId = command.ticketId();
        this.quoteId = command.quoteId();
        this.description = command.description().trim();
        this.status = Status.OPEN;
        this.openedBy = openedBy;
        this.createdAt = now;
        costs(expected);
    }

    void start(Instant now) {
        become(Status.IN_PROGRESS, Set.of(Status.OPEN));
        startedAt = now;
    }

    /** @param cost null: as expected */
    void complete(Money cost, Instant now) {
        become(Status.DONE, Set.of(Status.IN_PROGRESS));
        costs(cost);
        endedAt = now;
    }

    void cancel(String why, Instant now) {
        become(Status.CANCELED, Set.of(Status.OPEN, Status.IN_PROGRESS));
        reason = why.trim();
        endedAt = now;
    }

    private void costs(Money cost) {
        if (cost != null) {
            amountMinor = cost.amountMinor();
            currency = cost.currency();
        }
    }

    private void become(Status next, Set<Status> before) {
        if (!before.contains(status)) {
            throw Refusal.of(
                    ErrorCode.ILLEGAL_STATE_CHANGE,
                    "A work order that is %s can't become %s.".formatted(status, next),
                    Map.of("from", status.name(), "to", next.name()));
        }
        status = next;
    }

    UUID buildingId() {
        return buildingId;
    }
}
