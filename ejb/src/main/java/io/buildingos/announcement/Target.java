package io.buildingos.announcement;

import io.buildingos.kernel.Role;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * To whom.
 *
 * @param buildingId for BUILDING; for UNIT it follows
 * @param unitId for UNIT
 * @param role for ROLE
 */
public record Target(@NotNull Kind kind, UUID buildingId, UUID unitId, Role role) {
    /** What it names. */
    public enum Kind {
        TENANT,
        BUILDING,
        UNIT,
        ROLE
    }
}
