package io.buildingos.occupancy;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * That a person owns a unit or lives in it, from one day to another, both included, or still. It can begin on a later day
 * or an earlier one; it is ended once and stays as it was.
 */
@Entity
@Table(name = "occupancies")
public class Occupancy extends TenantOwned {
    /** As what. */
    public enum Role {
        OWNER,
        RESIDENT
    }

    @Column(name = "unit_id", updatable = false)
    private UUID unitId;

    @Column(name = "person_id", updatable = false)
    private UUID personId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Role role;

    @Column(name = "is_primary", updatable = false)
    private boolean primary;

    @Column(name = "starts_on", updatable = false)
    private LocalDate startsOn;

    @Column(name = "ends_on")
    private LocalDate endsOn;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    protected Occupancy() {}

    Occupancy(UUID tenantId, UUID unitId, Occupy command, Instant now) {
        super(tenantId);
        this.unitId = unitId;
        this.personId = command.personId();
        this.role = command.role();
        this.primary = command.primary();
        this.startsOn = command.from();
        this.createdAt = now;
        if (command.to() != null) {
            end(command.to(), "to");
        }
    }

    void end(LocalDate lastDay) {
        end(lastDay, "on");
    }

    private void end(LocalDate lastDay, String field) {
        if (endsOn != null) {
            throw Refusal.of(ErrorCode.ILLEGAL_STATE_CHANGE, "The occupancy ends on %s already.".formatted(endsOn));
        }
        if (lastDay.isBefore(startsOn)) {
            throw Refusal.invalid(field, "must not be before %s, when it began".formatted(startsOn));
        }
        endsOn = lastDay;
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(startsOn) && (endsOn == null || !day.isAfter(endsOn));
    }

    UUID unitId() {
        return unitId;
    }

    UUID personId() {
        return personId;
    }

    Role role() {
        return role;
    }

    boolean primary() {
        return primary;
    }

    LocalDate startsOn() {
        return startsOn;
    }

    LocalDate endsOn() {
        return endsOn;
    }

    Instant createdAt() {
        return createdAt;
    }
}
