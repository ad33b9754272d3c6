package io.buildingos.building;

import static io.buildingos.kernel.Permission.BUILDING_READ;
import static io.buildingos.kernel.Permission.TICKET_READ;
import static java.util.stream.Collectors.toMap;

import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Permission;
import io.buildingos.kernel.TenantFilter;
import io.buildingos.tenancy.Calendars;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Counts what is in buildings: two statements however many there are, none for whoever may see no building as a whole. */
@ApplicationScoped
class BuildingFigures {
    /** Joined and counted apart: for one building PostgreSQL looks up its units' occupancies, for many it reads all at once. */
    private static final String UNITS = "select u.buildingId, count(distinct u.id), count(distinct o.unitId)"
            + " from Unit u left join Occupancy o on o.tenantId = :tenant and o.unitId = u.id"
            + " and o.startsOn <= :today and (o.endsOn is null or o.endsOn >= :today)"
            + " where u.tenantId = :tenant and u.buildingId in :buildings and u.archivedAt is null group by u.buildingId";

    private static final String OPEN_TICKETS = "select t.buildingId, count(*) from Ticket t where t.tenantId = :tenant"
            + " and t.buildingId in :buildings and t.status in ('OPEN', 'IN_PROGRESS') group by t.buildingId";

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Calendars calendars;

    BuildingView of(BuildingView building) {
        return of(List.of(building)).get(0);
    }

    List<BuildingView> of(List<BuildingView> buildings) {
        UUID tenant = currentCaller.get().requireTenant();
        List<UUID> seen = wholly(buildings, BUILDING_READ);
        Map<UUID, Object[]> units = counted(UNITS, seen, Map.of("tenant", tenant, "today", calendars.today(tenant)));
        List<UUID> heard = wholly(buildings, TICKET_READ);
        Map<UUID, Object[]> tickets = counted(OPEN_TICKETS, heard, Map.of("tenant", tenant));
        return buildings.stream()
                .map(building -> building.with(
                        figure(seen, units, building, 1),
                        figure(seen, units, building, 2),
                        figure(heard, tickets, building, 1)))
                .toList();
    }

    private List<UUID> wholly(List<BuildingView> buildings, Permission permission) {
        Caller caller = currentCaller.get();
        return buildings.stream()
                .map(BuildingView::id)
                .filter(caller.reach(permission)::coversBuilding)
                .toList();
    }

    private Map<UUID, Object[]> counted(String query, List<UUID> buildings, Map<String, Object> parameters) {
        if (buildings.isEmpty()) {
            return Map.of();
        }
        return TenantFilter.without(entityManager, currentCaller.get().requireTenant(), () -> {
            var counting = entityManager.createQuery(query, Object[].class).setParameter("buildings", buildings);
            parameters.forEach(counting::setParameter);
            return counting.getResultStream().collect(toMap(row -> (UUID) row[0], row -> row));
        });
    }

    /** What no row counts is none; what wasn't counted is no figure. */
    private static Long figure(List<UUID> counted, Map<UUID, Object[]> rows, BuildingView building, int column) {
        if (!counted.contains(building.id())) {
            return null;
        }
        Object[] row = rows.get(building.id());
        return row == null ? 0L : (Long) row[column];
    }
}
