package io.buildingos.notification;

import io.buildingos.kernel.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** An address that gets no mail: nobody is there, or somebody there complained. Until it is taken off the list. */
@Entity
@Table(name = "mail_suppressions")
public class MailSuppression {
    /** Why. */
    public enum Reason {
        BOUNCE,
        COMPLAINT,
        MANUAL
    }

    @Id
    private UUID id;

    @Column(updatable = false)
    private String address;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Reason reason;

    @Column(updatable = false)
    private String detail;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    protected MailSuppression() {}

    MailSuppression(String address, Reason reason, String detail, Instant now) {
        this.id = UuidV7.create();
        this.address = keyOf(address);
        this.reason = reason;
        this.detail = detail;
        this.createdAt = now;
    }

    static String keyOf(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    UUID id() {
        return id;
    }

    SuppressionView view() {
        return new SuppressionView(id, address, reason, detail, createdAt);
    }
}
