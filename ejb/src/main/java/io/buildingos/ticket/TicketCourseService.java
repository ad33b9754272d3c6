package io.buildingos.ticket;

import static io.buildingos.kernel.Permission.TICKET_MANAGE;
import static io.buildingos.kernel.Permission.TICKET_READ;

import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Listing;
import io.buildingos.kernel.Listing.Condition;
import io.buildingos.kernel.Page;
import io.buildingos.ticket.TicketEvent.Kind;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Moves tickets on, gives them to somebody, and tells how they came to where they are. */
@Stateless
public class TicketCourseService {
    private static final List<Kind> FOR_RESIDENTS = List.of(Kind.OPENED, Kind.STATUS);
    private static final Listing<TicketEventView> LISTING = Listing.<TicketEventView>of(
                    "new io.buildingos.ticket.TicketEventView(e.id, e.occurredAt, e.actorId, u.name, e.kind, e.from,"
                            + " e.to, e.reason)",
                    "TicketEvent e left join User u on u.id = e.actorId",
                    "e.id")
            .sort("occurredAt", "e.occurredAt", Instant.class)
            .filter("kind", Kind.class, "e.kind = :kind");

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Tickets tickets;

    @Inject
    private Assignees assignees;

    @Inject
    private TicketNotices notices;

    @Inject
    private Clock clock;

    /** Residents see how it went, not who was to do it. */
    @Allowed(TICKET_READ)
    public Page<TicketEventView> history(UUID id, ListRequest request) {
        Ticket ticket = tickets.reached(id, TICKET_READ);
        return LISTING.page(
                entityManager,
                request,
                Condition.of("e.ticketId = :ticket", Map.of("ticket", id)),
                Condition.of(
                        "e.kind in :kinds",
                        Map.of(
                                "kinds",
                                tickets.manages(ticket.buildingId()) ? List.of(Kind.values()) : FOR_RESIDENTS)));
    }

    @Allowed(TICKET_MANAGE)
    public TicketView transition(UUID id, ChangeStatus command) {
        Ticket ticket = tickets.locked(id, TICKET_MANAGE);
        TicketView before = tickets.view(id);
        ticket.become(command.to(), clock.instant());
        tickets.note(ticket, Kind.STATUS, before.status().name(), command.to().name(), command.reason());
        TicketView after = tickets.changed("ticket.moved", ticket, before);
        notices.moved(after);
        return after;
    }

    /** To whom has it already: nothing changes, and nothing is noted. */
    @Allowed(TICKET_MANAGE)
    public TicketView assign(UUID id, AssignTicket command) {
        Ticket ticket = tickets.locked(id, TICKET_MANAGE);
        TicketView before = tickets.view(id);
        String name = assignees.requireManaging(command.assigneeId(), ticket.buildingId());
        if (Objects.equals(before.assigneeId(), command.assigneeId())) {
            return before;
        }
        ticket.assign(command.assigneeId(), clock.instant());
        tickets.note(ticket, Kind.ASSIGNEE, before.assigneeName(), name, command.reason());
        TicketView after = tickets.changed("ticket.assigned", ticket, before);
        notices.assigned(after);
        return after;
    }
}
