package io.buildingos.occupancy;

import static io.buildingos.kernel.Permission.OCCUPANT_READ;
import static io.buildingos.kernel.Permission.OCCUPANT_WRITE;

import io.buildingos.audit.AuditLog;
import io.buildingos.building.Unit;
import io.buildingos.building.Units;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Listing;
import io.buildingos.kernel.Listing.Condition;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.Refusal;
import io.buildingos.tenancy.Calendars;
import io.buildingos.tenancy.CountedResource;
import io.buildingos.tenancy.PlanLimits;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Lets people into units and out of them, and tells who was where when. */
@Stateless
public class OccupancyService {
    private static final String FROM = "Occupancy o join Unit u on u.id = o.unitId join Person p on p.id = o.personId";
    private static final String CURRENT =
            "case when o.startsOn <= :today and (o.endsOn is null or o.endsOn >= :today) then true else false end";
    private static final String VIEW = "new io.buildingos.occupancy.OccupancyView(o.id, o.version, u.buildingId, u.id,"
            + " u.code, p.id, p.name, o.role, o.primary, o.startsOn, o.endsOn, " + CURRENT + ", o.createdAt)";
    private static final Listing<OccupancyView> LISTING = Listing.<OccupancyView>of(VIEW, FROM, "o.id")
            .sort("from", "o.startsOn", LocalDate.class)
            .filter("role", Occupancy.Role.class, "o.role = :role")
            .filter("current", Boolean.class, CURRENT + " = :current");

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private PlanLimits planLimits;

    @Inject
    private AuditLog auditLog;

    @Inject
    private Clock clock;

    @Inject
    private Calendars calendars;

    @Inject
    private Units units;

    @Inject
    private People people;

    @Allowed(OCCUPANT_READ)
    public Page<OccupancyView> ofUnit(UUID unit, ListRequest request) {
        units.reached(unit, OCCUPANT_READ);
        return page(request, Condition.of("o.unitId = :unit", Map.of("unit", unit, "today", today())));
    }

    @Allowed(OCCUPANT_READ)
    public Page<OccupancyView> ofPerson(UUID person, ListRequest request) {
        people.reached(person, OCCUPANT_READ);
        return page(request, Condition.of("o.personId = :person", Map.of("person", person, "today", today())));
    }

    @Allowed(OCCUPANT_READ)
    public OccupancyView get(UUID id) {
        Condition reached = people.reachedOccupancies(OCCUPANT_READ);
        var query = entityManager
                .createQuery(
                        "select " + VIEW + " from " + FROM + " where o.id = :id and " + reached.hql(),
                        OccupancyView.class)
                .setParameter("id", id)
                .setParameter("today", today());
        reached.parameters().forEach(query::setParameter);
        return query.getResultStream().findFirst().orElseThrow(Refusal::notFound);
    }

    /** Claims a place in the plan, which also makes the tenant's arrivals wait for each other: none overlaps unseen. */
    @Allowed(OCCUPANT_WRITE)
    public OccupancyView occupy(UUID unitId, Occupy command) {
        Unit unit = units.lockedOpen(unitId, OCCUPANT_WRITE);
        Person person = people.reached(command.personId(), OCCUPANT_WRITE);
        entityManager.refresh(person, LockModeType.PESSIMISTIC_READ);
        person.requireOpen();
        Occupancy occupancy = new Occupancy(currentCaller.get().requireTenant(), unitId, command, clock.instant());
        boolean weighs = occupancy.endsOn() == null || !occupancy.endsOn().isBefore(today());
        planLimits.claim(CountedResource.OCCUPANTS, weighs ? 1 : 0);
        entityManager.persist(occupancy);
        entityManager.flush();
        OccupancyView view = view(occupancy, unit, person);
        auditLog.created("occupancy", occupancy.id(), view);
        return view;
    }

    @Allowed(OCCUPANT_WRITE)
    public OccupancyView end(UUID id, EndOccupancy command) {
        Occupancy occupancy = entityManager.find(Occupancy.class, id);
        if (occupancy == null) {
            throw Refusal.notFound();
        }
        Unit unit = units.reached(occupancy.unitId(), OCCUPANT_WRITE);
        Person person = entityManager.find(Person.class, occupancy.personId());
        OccupancyView before = view(occupancy, unit, person);
        occupancy.end(command.on());
        entityManager.flush();
        OccupancyView after = view(occupancy, unit, person);
        auditLog.changed("occupancy.ended", "occupancy", id, before, after);
        return after;
    }

    private Page<OccupancyView> page(ListRequest request, Condition whose) {
        return LISTING.page(entityManager, request, whose, people.reachedOccupancies(OCCUPANT_READ));
    }

    private LocalDate today() {
        return calendars.today(currentCaller.get().requireTenant());
    }

    private OccupancyView view(Occupancy occupancy, Unit unit, Person person) {
        return new OccupancyView(
                occupancy.id(),
                occupancy.version(),
                unit.buildingId(),
                unit.id(),
                unit.code(),
                person.id(),
                person.name(),
                occupancy.role(),
                occupancy.primary(),
                occupancy.startsOn(),
                occupancy.endsOn(),
                occupancy.covers(today()),
                occupancy.createdAt());
    }
}
