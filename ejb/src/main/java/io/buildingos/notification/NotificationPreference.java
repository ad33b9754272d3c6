package io.buildingos.notification;

import io.buildingos.kernel.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;

/** How a user wants to hear of one type in one tenant. */
@Entity
@Table(name = "notification_preferences")
class NotificationPreference extends TenantOwned {
    @Column(name = "user_id", updatable = false)
    private UUID userId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private NotificationType type;

    @Column(name = "in_app")
    private boolean inApp;

    private boolean email;

    protected NotificationPreference() {}

    NotificationPreference(UUID tenantId, UUID userId, NotificationType type) {
        super(tenantId);
        this.userId = userId;
        this.type = type;
    }

    void want(boolean wantInApp, boolean wantEmail) {
        this.inApp = wantInApp;
        this.email = wantEmail;
    }

    NotificationType type() {
        return type;
    }

    boolean inApp() {
        return inApp;
    }

    boolean email() {
        return email;
    }
}
