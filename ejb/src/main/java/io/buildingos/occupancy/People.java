package io.buildingos.occupancy;

import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Listing.Condition;
import io.buildingos.kernel.Permission;
import io.buildingos.kernel.Reach;
import io.buildingos.kernel.Refusal;
import io.buildingos.tenancy.Calendars;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Whom a caller's permission reaches. A role over single buildings reaches those who ever occupied a unit of them, and those
 * who occupy nothing yet, or it could never place anybody new. A resident reaches those of the own unit, as long as they
 * stay.
 */
@ApplicationScoped
class People {
    private static final String CURRENT = "o.startsOn <= :today and (o.endsOn is null or o.endsOn >= :today)";

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Calendars calendars;

    /** On people as p. */
    Condition reached(Permission permission) {
        Reach reach = currentCaller.get().reach(permission);
        if (reach.all()) {
            return Condition.within(reach, "p.id", "p.id");
        }
        String unplaced =
                reach.buildings().isEmpty() ? "" : " or not exists (select 1 from Occupancy o where o.personId = p.id)";
        return Condition.of(
                "(exists (select 1 from Occupancy o join Unit u on u.id = o.unitId where o.personId = p.id"
                        + " and (u.buildingId in :reachBuildings or (u.id in :reachUnits and " + CURRENT + ")))"
                        + unplaced
                        + ")",
                parameters(reach));
    }

    /** On occupancies as o and their units as u: a resident sees with whom the unit is shared today. */
    Condition reachedOccupancies(Permission permission) {
        Reach reach = currentCaller.get().reach(permission);
        if (reach.all()) {
            return Condition.within(reach, "u.id", "u.id");
        }
        return Condition.of(
                "(u.buildingId in :reachBuildings or (u.id in :reachUnits and " + CURRENT + "))", parameters(reach));
    }

    Person reached(UUID id, Permission permission) {
        Condition reached = reached(permission);
        var query = entityManager
                .createQuery("from Person p where p.id = :id and " + reached.hql(), Person.class)
                .setParameter("id", id);
        reached.parameters().forEach(query::setParameter);
        return query.getResultStream().findFirst().orElseThrow(Refusal::notFound);
    }

    private Map<String, Object> parameters(Reach reach) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("reachBuildings", reach.buildings());
        parameters.put("reachUnits", reach.units());
        parameters.put("today", calendars.today(currentCaller.get().requireTenant()));
        return parameters;
    }
}
