package io.buildingos.kernel;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * How far a permission goes inside the tenant: all of it, the buildings of building-scoped roles, or a resident's own
 * units. Lists, reports and exports filter by it; a single thing outside of it is not found.
 *
 * @param all the whole tenant; the two sets then say nothing
 */
public record Reach(boolean all, Set<UUID> buildings, Set<UUID> units) {

    public static Reach everything() {
        return new Reach(true, Set.of(), Set.of());
    }

    static Reach of(Collection<Grant> grants, Set<UUID> ownUnits, Permission permission) {
        var holding = grants.stream()
                .filter(grant -> grant.role().permits(permission))
                .toList();
        var staff =
                holding.stream().filter(grant -> grant.role() != Role.RESIDENT).toList();
        if (staff.stream().anyMatch(Grant::coversTenant)) {
            return everything();
        }
        var buildings =
                staff.stream().map(Grant::buildingId).filter(Objects::nonNull).collect(toUnmodifiableSet());
        boolean resident = holding.size() > staff.size();
        return new Reach(false, buildings, resident ? ownUnits : Set.of());
    }

    /** For what belongs to the tenant as a whole: a role over single buildings doesn't reach it. */
    public void requireAll() {
        if (!all) {
            throw Refusal.of(ErrorCode.FORBIDDEN);
        }
    }

    public boolean coversBuilding(UUID building) {
        return all || buildings.contains(building);
    }

    public boolean coversUnit(UUID unit, UUID building) {
        return coversBuilding(building) || units.contains(unit);
    }
}
