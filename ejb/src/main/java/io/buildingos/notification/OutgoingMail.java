package io.buildingos.notification;

import io.buildingos.kernel.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;

/** A mail on its way: PENDING until it is SENT, or DEAD after as many failures as there are attempts. */
@Entity
@Table(name = "mail_outbox")
class OutgoingMail {
    static final int ATTEMPTS = 10;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int ERROR_KEPT = 500;

    /** Where it stands. */
    enum Status {
        PENDING,
        SENT,
        DEAD
    }

    @Id
    private UUID id;

    @Column(name = "tenant_id", updatable = false)
    private UUID tenantId;

    @Column(updatable = false)
    private String recipient;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private MailTemplate template;

    @Column(updatable = false)
    private String locale;

    @ColumnTransformer(write = "?::jsonb")
    private String model;

    @Enumerated(EnumType.STRING)
    private Status status;

    private int attempts;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @Column(name = "last_error")
    private String lastError;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "sent_at")
    private Instant sentAt;

    protected OutgoingMail() {}

    OutgoingMail(UUID tenantId, String recipient, MailTemplate template, String locale, String model, Instant now) {
        this.id = UuidV7.create();
        this.tenantId = tenantId;
        this.recipient = recipient;
        this.template = template;
        this.locale = locale == null ? MailTexts.DEFAULT_LANGUAGE : locale;
        this.model = model;
        this.status = Status.PENDING;
        this.nextAttemptAt = now;
        this.createdAt = now;
    }

    UUID id() {
        return id;
    }

    String recipient() {
        return recipient;
    }

    MailTemplate template() {
        return template;
    }

    String locale() {
        return locale;
    }

    String model() {
        return model;
    }

    /** @param keep whether what it said stays readable: in development, where nothing was really sent */
    void sent(Instant now, boolean keep) {
        status = Status.SENT;
        attempts++;
        sentAt = now;
        lastError = null;
        if (!keep) {
            model = "{}";
        }
    }

    /** Each pause is twice the one before. A dead one keeps its model: somebody may want it sent after all. */
    void failed(String error, Instant now) {
        attempts++;
        lastError = error.length() <= ERROR_KEPT ? error : error.substring(0, ERROR_KEPT);
        if (attempts >= ATTEMPTS) {
            status = Status.DEAD;
            return;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << (attempts - 1));
        nextAttemptAt = now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    boolean dead() {
        return status == Status.DEAD;
    }
}
