package io.buildingos.ticket;

import static io.buildingos.kernel.Permission.TICKET_MANAGE;
import static io.buildingos.kernel.Permission.TICKET_READ;
import static io.buildingos.kernel.Permission.TICKET_WRITE;

import io.buildingos.audit.AuditLog;
import io.buildingos.building.Building;
import io.buildingos.building.Unit;
import io.buildingos.building.Units;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Listing;
import io.buildingos.kernel.Listing.Condition;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.Reach;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.TenantFilter;
import io.buildingos.tenancy.Tenant;
import io.buildingos.ticket.TicketEvent.Kind;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Opens tickets, finds them and describes them. */
@Stateless
public class TicketService {
    private static final String NEWEST_FIRST = "-createdAt";
    private static final Listing<TicketView> LISTING = Listing.<TicketView>of(
                    TicketView.SELECT, TicketView.FROM, "t.id")
            .sort("createdAt", "t.createdAt", Instant.class)
            .sort("updatedAt", "t.updatedAt", Instant.class)
            .sort("priority", "t.priorityRank", Long.class)
            .filter("status", Ticket.Status.class, "t.status = :status")
            .filter("priority", Ticket.Priority.class, "t.priority = :priority")
            .filter("category", Ticket.Category.class, "t.category = :category")
            .filter("buildingId", UUID.class, "t.buildingId = :buildingId")
            .filter("unitId", UUID.class, "t.unitId = :unitId")
            .filter("assigneeId", UUID.class, "t.assigneeId = :assigneeId")
            .filter("assigned", Boolean.class, "case when t.assigneeId is null then false else true end = :assigned")
            .filter("createdBy", UUID.class, "t.createdBy = :createdBy")
            .filter("escalated", Boolean.class, "case when t.escalatedAt is null then false else true end = :escalated")
            .filter("number", Long.class, "t.number = :number")
            .filter("from", Instant.class, "t.createdAt >= :from")
            .filter("to", Instant.class, "t.createdAt < :to")
            .filter("q", String.class, SearchLanguage.MATCHES);

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Tickets tickets;

    @Inject
    private Units units;

    @Inject
    private Assignees assignees;

    @Inject
    private AuditLog auditLog;

    @Inject
    private TicketNotices notices;

    @Inject
    private Clock clock;

    @Allowed(TICKET_READ)
    public Page<TicketView> list(ListRequest request) {
        return LISTING.page(
                entityManager,
                request.sort() == null
                        ? new ListRequest(request.limit(), request.cursor(), NEWEST_FIRST, request.filters())
                        : request,
                Condition.within(currentCaller.get().reach(TICKET_READ), "t.buildingId", "t.unitId"));
    }

    @Allowed(TICKET_READ)
    public TicketView get(UUID id) {
        TicketView ticket = tickets.view(id);
        if (!Tickets.covers(currentCaller.get().reach(TICKET_READ), ticket.buildingId(), ticket.unitId())) {
            throw Refusal.notFound();
        }
        return ticket;
    }

    @Allowed(TICKET_WRITE)
    public TicketView open(OpenTicket command) {
        UUID building = requireOpenPlace(command);
        if (!tickets.manages(building)) {
            requireResidents(command);
        }
        String assignee = assignees.requireManaging(command.assigneeId(), building);
        Caller caller = currentCaller.get();
        Tenant tenant = TenantFilter.without(
                entityManager, caller.requireTenant(), () -> entityManager.find(Tenant.class, caller.requireTenant()));
        Instant now = clock.instant();
        Ticket ticket = new Ticket(
                tenant.id(),
                nextNumber(tenant.id()),
                building,
                caller.requireUser(),
                SearchLanguage.of(tenant.locale()),
                now);
        ticket.describe(described(command), now);
        ticket.assign(command.assigneeId(), now);
        entityManager.persist(ticket);
        tickets.note(ticket, Kind.OPENED, null, ticket.status().name(), null);
        if (assignee != null) {
            tickets.note(ticket, Kind.ASSIGNEE, null, assignee, null);
        }
        entityManager.flush();
        TicketView view = tickets.view(ticket.id());
        auditLog.created("ticket", ticket.id(), view);
        notices.opened(view);
        notices.assigned(view);
        return view;
    }

    @Allowed(TICKET_MANAGE)
    public TicketView describe(UUID id, long version, DescribeTicket description) {
        Ticket ticket = tickets.locked(id, TICKET_MANAGE);
        ticket.requireVersion(version);
        TicketView before = tickets.view(id);
        if (description.unitId() != null && !description.unitId().equals(ticket.unitId())) {
            requireUnitOf(ticket.buildingId(), units.reached(description.unitId(), TICKET_MANAGE));
        }
        ticket.describe(description, clock.instant());
        TicketView after = tickets.changed("ticket.described", ticket, before);
        if (before.priority() != after.priority()) {
            tickets.note(
                    ticket,
                    Kind.PRIORITY,
                    before.priority().name(),
                    after.priority().name(),
                    null);
        }
        List<String> details = changedDetails(before, after);
        if (!details.isEmpty()) {
            tickets.note(ticket, Kind.DETAILS, null, String.join(", ", details), null);
        }
        return after;
    }

    private static List<String> changedDetails(TicketView before, TicketView after) {
        List<String> changed = new ArrayList<>();
        if (!before.title().equals(after.title())) {
            changed.add("title");
        }
        if (!before.description().equals(after.description())) {
            changed.add("description");
        }
        if (before.category() != after.category()) {
            changed.add("category");
        }
        if (!Objects.equals(before.unitId(), after.unitId())) {
            changed.add("unitId");
        }
        return changed;
    }

    /** Returns the building: given, or the unit's. */
    private UUID requireOpenPlace(OpenTicket command) {
        UUID building = command.buildingId();
        if (command.unitId() != null) {
            Unit unit = units.reached(command.unitId(), TICKET_WRITE);
            unit.requireOpen();
            if (building != null) {
                requireUnitOf(building, unit);
            }
            building = unit.buildingId();
        } else {
            requireReached(building);
        }
        Building open = TenantFilter.find(entityManager, currentCaller.get().requireTenant(), Building.class, building);
        if (open == null) {
            throw Refusal.notFound();
        }
        open.requireOpen();
        return building;
    }

    /** Without a unit; somebody who only lives there has to name the own one. */
    private void requireReached(UUID building) {
        Reach reach = currentCaller.get().reach(TICKET_WRITE);
        if (!reach.all() && reach.buildings().isEmpty()) {
            throw Refusal.invalid("unitId", "must be the own unit");
        }
        if (building == null) {
            throw Refusal.invalid("buildingId", "must be given, or a unit");
        }
        if (!reach.coversBuilding(building)) {
            throw Refusal.notFound();
        }
    }

    private static void requireUnitOf(UUID building, Unit unit) {
        if (!unit.buildingId().equals(building)) {
            throw Refusal.invalid("unitId", "must be a unit of the building");
        }
    }

    private static void requireResidents(OpenTicket command) {
        if (command.priority() != null && command.priority() != Ticket.Priority.MEDIUM) {
            throw Refusal.invalid("priority", "must be MEDIUM: those who manage the ticket may raise it");
        }
        if (command.assigneeId() != null) {
            throw Refusal.invalid("assigneeId", "must be left to those who manage the ticket");
        }
    }

    private static DescribeTicket described(OpenTicket command) {
        return new DescribeTicket(
                command.unitId(),
                command.title(),
                command.description(),
                command.category(),
                command.priority() == null ? Ticket.Priority.MEDIUM : command.priority());
    }

    /** Without gaps: whoever opens another ticket waits, and if this one isn't opened after all, takes its number. */
    private long nextNumber(UUID tenant) {
        return ((Number) entityManager
                        .createNativeQuery("insert into ticket_numbers (tenant_id, last_number) values (:tenant, 1)"
                                + " on conflict (tenant_id) do update set last_number = ticket_numbers.last_number + 1"
                                + " returning last_number")
                        .setParameter("tenant", tenant)
                        .getSingleResult())
                .longValue();
    }
}
