package io.buildingos.notification;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
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

/**
 * A mail on its way: PENDING until it is SENT; DEAD after as many failures as there are attempts, or when the provider
 * refused it for good; BOUNCED when nobody is at its address, SUPPRESSED when that was known before. What isn't SENT or
 * PENDING can be tried anew.
 */
@Entity
@Table(name = "mail_outbox")
public class OutgoingMail {
    static final int ATTEMPTS = 10;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int ERROR_KEPT = 500;
    private static final String EMPTIED = "{}";

    /** Where it stands. */
    public enum Status {
        PENDING,
        SENT,
        DEAD,
        BOUNCED,
        SUPPRESSED
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

    UUID tenantId() {
        return tenantId;
    }

    Status status() {
        return status;
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
            model = EMPTIED;
        }
    }

    /** Each pause is twice the one before. A dead one keeps its model: somebody may want it sent after all. */
    void failed(String error, Instant now) {
        attempts++;
        lastError = shortened(error);
        if (attempts >= ATTEMPTS) {
            status = Status.DEAD;
            return;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << (attempts - 1));
        nextAttemptAt = now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    /** No further attempt can help. */
    void refused(String error) {
        attempts++;
        status = Status.DEAD;
        lastError = shortened(error);
    }

    void bounced(String error) {
        status = Status.BOUNCED;
        lastError = shortened(error);
    }

    void suppressed() {
        status = Status.SUPPRESSED;
        lastError = "The address gets no mail any more.";
    }

    /** With all its attempts before it again. */
    void retry(Instant now) {
        if (status == Status.PENDING || status == Status.SENT || model.equals(EMPTIED)) {
            throw Refusal.of(
                    ErrorCode.ILLEGAL_STATE_CHANGE, "A mail that is %s can't be tried anew.".formatted(status));
        }
        status = Status.PENDING;
        attempts = 0;
        nextAttemptAt = now;
    }

    private static String shortened(String error) {
        return error.length() <= ERROR_KEPT ? error : error.substring(0, ERROR_KEPT);
    }

    boolean dead() {
        return status == Status.DEAD;
    }
}
