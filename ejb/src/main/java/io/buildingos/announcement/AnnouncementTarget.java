package io.buildingos.announcement;

import io.buildingos.kernel.Role;
import io.buildingos.kernel.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** One of the targets of an announcement. */
@Entity
@Table(name = "announcement_targets")
class AnnouncementTarget {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "tenant_id", updatable = false)
    private UUID tenantId;

    @Column(name = "announcement_id", updatable = false)
    private UUID announcementId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Target.Kind kind;

    @Column(name = "building_id", updatable = false)
    private UUID buildingId;

    @Column(name = "unit_id", updatable = false)
    private UUID unitId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Role role;

    protected AnnouncementTarget() {}

    AnnouncementTarget(Announcement announcement, Target target) {
        this.id = UuidV7.create();
        this.tenantId = announcement.tenantId();
        this.announcementId = announcement.id();
        this.kind = target.kind();
        this.buildingId = target.buildingId();
        this.unitId = target.unitId();
        this.role = target.role();
    }
}
