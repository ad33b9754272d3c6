package io.buildingos.ticket;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Something to be done or answered in a building. Moves along the arrows of {@link Status}; once CLOSED it is neither
 * described nor assigned any more, until it is opened again. An unassigned one that presses escalates after two hours,
 * once, until somebody takes it.
 */
@Entity
@Table(name = "tickets")
public class Ticket extends TenantOwned {
    static final Duration ESCALATES_AFTER = Duration.ofHours(2);

    /** What it is about. */
    public enum Category {
        MAINTENANCE,
        REPAIR,
        CLEANING,
        COMPLAINT,
        SAFETY,
        BILLING,
        OTHER
    }

    /** How much it presses. HIGH and URGENT ones escalate. */
    public enum Priority {
        LOW,
        MEDIUM,
        HIGH,
        URGENT
    }

    /** Where it stands, and where it can go from there. */
    public enum Status {
        OPEN,
        IN_PROGRESS,
        RESOLVED,
        CLOSED;

        private static final Map<Status, Set<Status>> ARROWS = Map.of(
                OPEN, Set.of(IN_PROGRESS, CLOSED),
                IN_PROGRESS, Set.of(RESOLVED, OPEN),
                RESOLVED, Set.of(CLOSED, IN_PROGRESS),
                CLOSED, Set.of(OPEN));

        public boolean canBecome(Status next) {
            return ARROWS.get(this).contains(next);
        }
    }

    @Column(updatable = false)
    private long number;

    @Column(name = "building_id", updatable = false)
    private UUID buildingId;

    @Column(name = "unit_id")
    private UUID unitId;

    private String title;

    private String description;

    @Enumerated(EnumType.STRING)
    private Category category;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    /** Computed by the database, to sort by. */
    @Column(name = "priority_rank", insertable = false, updatable = false)
    private Long priorityRank;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(name = "created_by", updatable = false)
    private UUID createdBy;

    @Column(name = "assignee_id")
    private UUID assigneeId;

    @Column(name = "escalated_at")
    private Instant escalatedAt;

    @Column(name = "first_answered_at")
    private Instant firstAnsweredAt;

    @Column(name = "resolved_at")
    private Instant resolvedAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(updatable = false)
    private String language;

    /** Computed by the database, to search in. */
    @Column(insertable = false, updatable = false)
    private String search;

    protected Ticket() {}

    /** @param language as PostgreSQL names its text search configurations */
    Ticket(UUID tenantId, long number, UUID buildingId, UUID createdBy, String language, Instant now) {
        super(tenantId);
        this.number = number;
        this.buildingId = buildingId;
        this.createdBy = createdBy;
        this.language = language;
        this.status = Status.OPEN;
        this.createdAt = now;
    }

    final void describe(DescribeTicket description, Instant now) {
        requireNotClosed();
        this.unitId = description.unitId();
        this.title = worded("title", description.title(), 3);
        this.description = worded("description", description.description(), 5);
        this.category = description.category();
        this.priority = description.priority();
        this.updatedAt = now;
    }

    /** Resolved is whatever was never worked on before it was closed, too; opening it again takes that back. */
    void become(Status next, Instant now) {
        if (!status.canBecome(next)) {
            throw Refusal.of(
                    ErrorCode.ILLEGAL_STATE_CHANGE,
                    "A ticket that is %s can't become %s.".formatted(status, next),
                    Map.of("from", status.name(), "to", next.name()));
        }
        status = next;
        updatedAt = now;
        boolean done = next == Status.RESOLVED || next == Status.CLOSED;
        resolvedAt = !done ? null : resolvedAt == null ? now : resolvedAt;
        closedAt = next == Status.CLOSED ? now : null;
    }

    /** @param user null for nobody. Whoever takes it ends its escalation. */
    void assign(UUID user, Instant now) {
        requireNotClosed();
        assigneeId = user;
        escalatedAt = user == null ? escalatedAt : null;
        updatedAt = now;
    }

    void escalate(Instant now) {
        escalatedAt = now;
        updatedAt = now;
    }

    /** Keeps the first time only. */
    void answered(Instant now) {
        if (firstAnsweredAt == null) {
            firstAnsweredAt = now;
            updatedAt = now;
        }
    }

    /** The opener's own words are no answer. */
    boolean isAnsweredBy(UUID author) {
        return firstAnsweredAt == null && !createdBy.equals(author);
    }

    private void requireNotClosed() {
        if (status == Status.CLOSED) {
            throw Refusal.of(ErrorCode.ILLEGAL_STATE_CHANGE, "The ticket is closed: open it again first.");
        }
    }

    /** As many characters as a reader counts, which Java's length doesn't. */
    private static String worded(String field, String text, int least) {
        String stripped = text.strip();
        if (stripped.codePointCount(0, stripped.length()) < least) {
            throw Refusal.invalid(field, "must have at least %d characters".formatted(least));
        }
        return stripped;
    }

    public UUID buildingId() {
        return buildingId;
    }

    public UUID unitId() {
        return unitId;
    }

    UUID createdBy() {
        return createdBy;
    }

    UUID assigneeId() {
        return assigneeId;
    }

    String title() {
        return title;
    }

    public Status status() {
        return status;
    }
}
