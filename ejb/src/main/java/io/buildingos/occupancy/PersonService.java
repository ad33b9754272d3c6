package io.buildingos.occupancy;

import static io.buildingos.kernel.Permission.OCCUPANT_READ;
import static io.buildingos.kernel.Permission.OCCUPANT_WRITE;

import io.buildingos.audit.AuditLog;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Listing;
import io.buildingos.kernel.NameKey;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.Refusal;
import io.buildingos.tenancy.Calendars;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Keeps the directory of people. */
@Stateless
public class PersonService {
    private static final Listing<PersonView> LISTING = Listing.<PersonView>of(
                    "new io.buildingos.occupancy.PersonView(p.id, p.version, p.name, p.email, p.phone, p.userId,"
                            + " p.createdAt, p.archivedAt)",
                    "Person p",
                    "p.id")
            .sort("name", "p.nameKey", String.class)
            .sort("createdAt", "p.createdAt", Instant.class)
            .filter("archived", Boolean.class, "case when p.archivedAt is null then false else true end = :archived")
            .filter("userId", UUID.class, "p.userId = :userId")
            .filter("q", NameKey.class, "(locate(:q, p.nameKey) > 0 or locate(:q, lower(p.email)) > 0)");

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private AuditLog auditLog;

    @Inject
    private Clock clock;

    @Inject
    private Calendars calendars;

    @Inject
    private People people;

    @Allowed(OCCUPANT_READ)
    public Page<PersonView> list(ListRequest request) {
        return LISTING.page(entityManager, request, people.reached(OCCUPANT_READ));
    }

    @Allowed(OCCUPANT_READ)
    public PersonView get(UUID id) {
        return PersonView.of(people.reached(id, OCCUPANT_READ));
    }

    @Allowed(OCCUPANT_WRITE)
    public PersonView register(DescribePerson description) {
        requireMember(description.userId());
        Person person = new Person(currentCaller.get().requireTenant(), description, clock.instant());
        entityManager.persist(person);
        entityManager.flush();
        PersonView view = PersonView.of(person);
        auditLog.created("person", person.id(), view);
        return view;
    }

    @Allowed(OCCUPANT_WRITE)
    public PersonView describe(UUID id, long version, DescribePerson description) {
        Person person = people.reached(id, OCCUPANT_WRITE);
        person.requireVersion(version);
        person.requireOpen();
        requireMember(description.userId());
        PersonView before = PersonView.of(person);
        person.describe(description);
        return changed("person.described", person, before);
    }

    /** Refused while they occupy a unit, now or from a later day on. */
    @Allowed(OCCUPANT_WRITE)
    public PersonView archive(UUID id) {
        Person person = people.reached(id, OCCUPANT_WRITE);
        entityManager.refresh(person, LockModeType.PESSIMISTIC_WRITE);
        PersonView before = PersonView.of(person);
        person.archive(clock.instant());
        long occupancies = entityManager
                .createQuery(
                        "select count(*) from Occupancy o where o.personId = :person"
                                + " and (o.endsOn is null or o.endsOn >= :today)",
                        Long.class)
                .setParameter("person", id)
                .setParameter("today", calendars.today(person.tenantId()))
                .getSingleResult();
        if (occupancies > 0) {
            throw Refusal.of(ErrorCode.CONFLICT, "The person occupies a unit: end the occupancies first.");
        }
        return changed("person.archived", person, before);
    }

    @Allowed(OCCUPANT_WRITE)
    public PersonView restore(UUID id) {
        Person person = people.reached(id, OCCUPANT_WRITE);
        PersonView before = PersonView.of(person);
        person.restore();
        return changed("person.restored", person, before);
    }

    private PersonView changed(String action, Person person, PersonView before) {
        entityManager.flush();
        PersonView after = PersonView.of(person);
        auditLog.changed(action, "person", person.id(), before, after);
        return after;
    }

    private void requireMember(UUID user) {
        if (user == null) {
            return;
        }
        long memberships = entityManager
                .createQuery("select count(*) from Membership m where m.userId = :user", Long.class)
                .setParameter("user", user)
                .getSingleResult();
        if (memberships == 0) {
            throw Refusal.invalid("userId", "must be a member of the tenant");
        }
    }
}
