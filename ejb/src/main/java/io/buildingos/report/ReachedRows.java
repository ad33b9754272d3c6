package io.buildingos.report;

import io.buildingos.kernel.Caller;
import io.buildingos.kernel.Permission;
import io.buildingos.kernel.Reach;
import java.util.Set;
import java.util.UUID;
import org.hibernate.query.NativeQuery;

/**
 * The rows that a statement may look at: those of the caller's tenant, of the buildings the caller reaches, and among them of
 * the one that was asked for. A building out of reach has no rows, as in every list.
 *
 * @param buildings null: all of the tenant
 */
record ReachedRows(UUID tenant, Set<UUID> buildings) {
    /** No building's: for a set that would be empty, which SQL can't spell. */
    private static final Set<UUID> NONE = Set.of(new UUID(0, 0));

    static ReachedRows of(Caller caller, UUID building) {
        Reach reach = caller.reach(Permission.REPORT_READ);
        if (building == null) {
            return new ReachedRows(caller.requireTenant(), reach.all() ? null : orNone(reach.buildings()));
        }
        return new ReachedRows(caller.requireTenant(), reach.coversBuilding(building) ? Set.of(building) : NONE);
    }

    private static Set<UUID> orNone(Set<UUID> buildings) {
        return buildings.isEmpty() ? NONE : buildings;
    }

    boolean all() {
        return buildings == null;
    }

    /** A condition on a table with tenant and building. */
    String of(String alias) {
        String tenants = alias + ".tenant_id = :tenant";
        return all() ? tenants : tenants + " and " + alias + ".building_id in (:buildings)";
    }

    <T> NativeQuery<T> bind(NativeQuery<T> query) {
        query.setParameter("tenant", tenant);
        return all() ? query : query.setParameterList("buildings", buildings);
    }
}
