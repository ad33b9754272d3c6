package io.buildingos.building;

import io.buildingos.kernel.Tagged;
import java.time.Instant;
import java.util.UUID;

/**
 * A building as it is shown. The three figures stand there only for whoever may see all that they count: a resident, who sees
 * the own units and their tickets, learns nothing of the neighbours by them.
 *
 * @param units those that aren't archived
 * @param occupied those of them that somebody lives in or owns today, by the tenant's calendar
 * @param openTickets those still to be resolved
 */
public record BuildingView(
        UUID id,
        long version,
        String name,
        String address,
        Instant createdAt,
        Instant archivedAt,
        Long units,
        Long occupied,
        Long openTickets)
        implements Tagged {
    /** Without the figures. */
    public BuildingView(UUID id, long version, String name, String address, Instant createdAt, Instant archivedAt) {
        this(id, version, name, address, createdAt, archivedAt, null, null, null);
    }

    /** What the building itself is: as its changes are logged. */
    static BuildingView of(Building building) {
        return new BuildingView(
                building.id(),
                building.version(),
                building.name(),
                building.address(),
                building.createdAt(),
                building.archivedAt());
    }

    BuildingView with(Long units, Long occupied, Long openTickets) {
        return new BuildingView(id, version, name, address, createdAt, archivedAt, units, occupied, openTickets);
    }

    /** What a merge patch is applied to. */
    public DescribeBuilding description() {
        return new DescribeBuilding(name, address);
    }
}
