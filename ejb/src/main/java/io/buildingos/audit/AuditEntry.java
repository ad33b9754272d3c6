package io.buildingos.audit;

import io.buildingos.kernel.Caller;
import io.buildingos.kernel.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

/** One act. Its tenant may be none: the platform's own acts belong to nobody. */
@Entity
@Immutable
@Table(name = "audit_entries")
class AuditEntry {
    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    @Column(name = "actor_id")
    private UUID actorId;

    @Column(name = "actor_name")
    private String actorName;

    @Column(name = "impersonator_id")
    private UUID impersonatorId;

    private String action;
    private String entity;

    @Column(name = "entity_id")
    private UUID entityId;

    @ColumnTransformer(write = "?::jsonb")
    private String changes;

    @Column(name = "request_id")
    private String requestId;

    private String address;

    protected AuditEntry() {}

    AuditEntry(Caller caller, UUID tenantId, Instant now, String action, String entity, UUID entityId, String changes) {
        this.id = UuidV7.create();
        this.tenantId = tenantId;
        // As PostgreSQL keeps it: the seal must come out the same from the row.
        this.occurredAt = now.truncatedTo(ChronoUnit.MICROS);
        this.actorId = caller.userId();
        this.actorName = caller.name();
        this.impersonatorId = caller.impersonatorId();
        this.action = action;
        this.entity = entity;
        this.entityId = entityId;
        this.changes = changes;
        this.requestId = caller.requestId();
        this.address = caller.address();
    }
}
