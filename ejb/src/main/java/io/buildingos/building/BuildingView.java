package io.buildingos.building;

import io.buildingos.kernel.Identified;
import java.time.Instant;
import java.util.UUID;

/** A building as it is shown. */
public record BuildingView(UUID id, long version, String name, String address, Instant createdAt, Instant archivedAt)
        implements Identified {
    static BuildingView of(Building building) {
        return new BuildingView(
                building.id(),
                building.version(),
                building.name(),
                building.address(),
                building.createdAt(),
                building.archivedAt());
    }

    /** What a merge patch is applied to. */
    public DescribeBuilding description() {
        return new DescribeBuilding(name, address);
    }
}
