package io.buildingos.announcement;

import io.buildingos.kernel.ErrorCode;
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

/** A DRAFT until it is SENT, at once or SCHEDULED; what is scheduled can be taken back into a draft. */
@Entity
@Table(name = "announcements")
public class Announcement extends TenantOwned {
    /** Where it stands. */
    public enum Status {
        DRAFT,
        SCHEDULED,
        SENT
    }

    private String title;

    private String body;

    @Column(name = "by_email")
    private boolean byEmail;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(name = "send_at")
    private Instant sendAt;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "created_by", updatable = false)
    private UUID createdBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    protected Announcement() {}

    Announcement(UUID tenantId, DescribeAnnouncement description, UUID createdBy, Instant now) {
        super(tenantId);
        this.status = Status.DRAFT;
        this.createdBy = createdBy;
        this.createdAt = now;
        describe(description);
    }

    final void describe(DescribeAnnouncement description) {
        requireDraft();
        this.title = description.title().trim();
        this.body = description.body().trim();
        this.byEmail = description.byEmail();
    }

    void schedule(Instant at, Instant now) {
        become(Status.SCHEDULED, Set.of(Status.DRAFT));
        if (!at.isAfter(now)) {
            throw Refusal.invalid("sendAt", "must be later than now");
        }
        sendAt = at;
    }

    void takeBack() {
        become(Status.DRAFT, Set.of(Status.SCHEDULED));
        sendAt = null;
    }

    void send(Instant now) {
        become(Status.SENT, Set.of(Status.DRAFT, Status.SCHEDULED));
        sentAt = now;
    }

    final void requireDraft() {
        if (status != Status.DRAFT) {
            throw Refusal.of(
                    ErrorCode.ILLEGAL_STATE_CHANGE,
                    "The announcement is %s: only a draft is changed or deleted.".formatted(status),
                    Map.of("from", status.name()));
        }
    }

    private void become(Status next, Set<Status> before) {
        if (!before.contains(status)) {
            throw Refusal.of(
                    ErrorCode.ILLEGAL_STATE_CHANGE,
                    "An announcement that is %s can't become %s.".formatted(status, next),
                    Map.of("from", status.name(), "to", next.name()));
        }
        status = next;
    }

    String title() {
        return title;
    }

    String body() {
        return body;
    }

    boolean byEmail() {
        return byEmail;
    }
}
