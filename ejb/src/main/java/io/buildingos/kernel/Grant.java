package io.buildingos.kernel;

import java.util.Objects;
import java.util.UUID;

/**
 * One role of a membership, over the whole tenant or over one building.
 *
 * @param buildingId null: the whole tenant
 */
public record Grant(Role role, UUID buildingId) {
    public Grant {
        Objects.requireNonNull(role, "role");
    }

    public static Grant tenantWide(Role role) {
        return new Grant(role, null);
    }

    public boolean coversTenant() {
        return buildingId == null;
    }
}
