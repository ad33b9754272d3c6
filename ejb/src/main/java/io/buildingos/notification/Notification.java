package io.buildingos.notification;

import io.buildingos.kernel.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One line of a user's feed, in the words of the day {@link Notifications} wrote it. Read once, kept. */
@Entity
@Table(name = "notifications")
class Notification extends TenantOwned {
    @Column(name = "user_id", updatable = false)
    private UUID userId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private NotificationType type;

    @Column(name = "subject_type", updatable = false)
    private String subjectType;

    @Column(name = "subject_id", updatable = false)
    private UUID subjectId;

    @Column(updatable = false)
    private String title;

    @Column(updatable = false)
    private String body;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "read_at")
    private Instant readAt;

    protected Notification() {}

    boolean belongsTo(UUID user) {
        return userId.equals(user);
    }

    void read(Instant now) {
        if (readAt == null) {
            readAt = now;
        }
    }

    NotificationView view() {
        return new NotificationView(id(), type, subjectType, subjectId, title, body, createdAt, readAt);
    }
}
