package io.buildingos.seed;

import java.util.Map;
import java.util.UUID;

/**
 * Where a tenant's seeded units go.
 *
 * @param residentUserId the demonstration resident, who lives in the first unit
 * @param incompleteBuildings ids by number in the plan; a building whose shares sum to 1 already takes no more
 */
public record SeedTarget(UUID tenantId, UUID residentUserId, Map<Integer, UUID> incompleteBuildings) {
    public SeedTarget {
        incompleteBuildings = Map.copyOf(incompleteBuildings);
    }
}
