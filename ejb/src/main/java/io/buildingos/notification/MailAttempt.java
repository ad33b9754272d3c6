package io.buildingos.notification;

import io.buildingos.kernel.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A line of the delivery log: written, never changed. */
@Entity
@Table(name = "mail_attempts")
public class MailAttempt {
    private static final int DETAIL_KEPT = 500;

    /** What it came to. */
    public enum Outcome {
        SENT,
        FAILED,
        REFUSED,
        SUPPRESSED,
        BOUNCED,
        RETRIED
    }

    @Id
    private UUID id;

    @Column(name = "mail_id", updatable = false)
    private UUID mailId;

    @Column(name = "at", updatable = false)
    private Instant happenedAt;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Outcome outcome;

    @Column(name = "provider_id", updatable = false)
    private String providerId;

    @Column(updatable = false)
    private String detail;

    protected MailAttempt() {}

    MailAttempt(UUID mailId, Instant happenedAt, Outcome outcome, String providerId, String detail) {
        this.id = UuidV7.create();
        this.mailId = mailId;
        this.happenedAt = happenedAt;
        this.outcome = outcome;
        this.providerId = providerId;
        this.detail = detail == null || detail.length() <= DETAIL_KEPT ? detail : detail.substring(0, DETAIL_KEPT);
    }
}
