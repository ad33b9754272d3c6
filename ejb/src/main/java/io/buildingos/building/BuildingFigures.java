package io.buildingos.building;

import static io.buildingos.kernel.Permission.BUILDING_READ;
import static io.buildingos.kernel.Permission.TICKET_READ;
import static java.util.stream.Collectors.toMap;

import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Reach;
import io.buildingos.kernel.TenantFilter;
import io.buildingos.tenancy.Calendars;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Counts what is in buildings: by one statement however many there are, by none for whoever sees no building whole. */
@ApplicationScoped
class BuildingFigures {
    private static final String FIGURES = "select b.id, (select count(*) from Unit u where u.tenantId = b.tenantId"
            + " and u.buildingId = b.id and u.archivedAt is null),"
            + " (select count(distinct u.id) from Unit u join Occupancy o on o.tenantId = u.tenantId and o.unitId = u.id"
            + " and o.startsOn <= :today and (o.endsOn is null or o.endsOn >= :today)"
            + " where u.tenantId = b.tenantId and u.buildingId = b.id and u.archivedAt is null),"
            + " (select count(*) from Ticket t where t.tenantId = b.tenantId and t.buildingId = b.id"
            + " and t.status in ('OPEN', 'IN_PROGRESS'))"
            + " from Building b where b.tenantId = :tenant and b.id in :buildings";

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
        Reach rooms = currentCaller.get().reach(BUILDING_READ);
        Reach tickets = currentCaller.get().reach(TICKET_READ);
        List<UUID> whole = buildings.stream()
                .map(BuildingView::id)
                .filter(id -> rooms.coversBuilding(id) || tickets.coversBuilding(id))
                .toList();
        if (whole.isEmpty()) {
            return buildings;
        }
        Map<UUID, Object[]> rows = counted(whole);
        return buildings.stream()
                .map(building -> building.with(
                        figure(rows, building, 1, rooms),
                        figure(rows, building, 2, rooms),
                        figure(rows, building, 3, tickets)))
                .toList();
    }

    private Map<UUID, Object[]> counted(List<UUID> buildings) {
        UUID tenant = currentCaller.get().requireTenant();
        return TenantFilter.without(
                entityManager,
                tenant,
                () -> entityManager
                        .createQuery(FIGURES, Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("today", calendars.today(tenant))
                        .setParameter("buildings", buildings)
                        .getResultStream()
                        .collect(toMap(row -> (UUID) row[0], row -> row)));
    }

    private static Long figure(Map<UUID, Object[]> rows, BuildingView building, int column, Reach seen) {
        return seen.coversBuilding(building.id()) ? (Long) rows.get(building.id())[column] : null;
    }
}
