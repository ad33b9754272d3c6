package io.buildingos.seed;

import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/**
 * Where a tenant's months are played: its buildings, and who acts.
 *
 * @param buildings ids by number in the plan; one that was archived or renamed isn't ours any more
 * @param residentUnit of the demonstration resident, null where nobody of that name lives anywhere
 */
public record SeedStage(
        UUID tenantId,
        String currency,
        String locale,
        ZoneId zone,
        Map<Integer, UUID> buildings,
        Member owner,
        Member admin,
        Member operator,
        Member resident,
        UUID residentUnit) {
    public SeedStage {
        buildings = Map.copyOf(buildings);
    }

    /** Somebody with an account. */
    public record Member(UUID userId, String name) {}
}
