package io.buildingos.ticket;

import static io.buildingos.kernel.Permission.TICKET_READ;
import static io.buildingos.kernel.Permission.TICKET_WRITE;

import io.buildingos.audit.AuditLog;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Listing;
import io.buildingos.kernel.Listing.Condition;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.Refusal;
import io.buildingos.ticket.TicketComment.Visibility;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is said on a ticket, whatever its status: by those who see it, to them or among those who manage it. */
@Stateless
public class TicketCommentService {
    private static final String VIEW = "new io.buildingos.ticket.TicketCommentView(c.id, c.authorId, u.name,"
            + " c.visibility, c.body, c.createdAt)";
    private static final String FROM = "TicketComment c left join User u on u.id = c.authorId";
    private static final Listing<TicketCommentView> LISTING =
            Listing.<TicketCommentView>of(VIEW, FROM, "c.id").sort("createdAt", "c.createdAt", Instant.class);

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Tickets tickets;

    @Inject
    private AuditLog auditLog;

    @Inject
    private TicketNotices notices;

    @Inject
    private Clock clock;

    @Allowed(TICKET_READ)
    public Page<TicketCommentView> list(UUID id, ListRequest request) {
        Ticket ticket = tickets.reached(id, TICKET_READ);
        List<Visibility> seen =
                tickets.manages(ticket.buildingId()) ? List.of(Visibility.values()) : List.of(Visibility.PUBLIC);
        return LISTING.page(
                entityManager,
                request,
                Condition.of("c.ticketId = :ticket", Map.of("ticket", id)),
                Condition.of("c.visibility in :seen", Map.of("seen", seen)));
    }

    @Allowed(TICKET_WRITE)
    public TicketCommentView write(UUID id, WriteComment command) {
        Ticket ticket = tickets.reached(id, TICKET_WRITE);
        boolean manages = tickets.manages(ticket.buildingId());
        if (command.visibility() == Visibility.INTERNAL && !manages) {
            throw Refusal.of(ErrorCode.FORBIDDEN);
        }
        UUID author = currentCaller.get().requireUser();
        Instant now = clock.instant();
        if (manages && command.visibility() == Visibility.PUBLIC && ticket.isAnsweredBy(author)) {
            tickets.locked(id, TICKET_WRITE).answered(now);
        }
        TicketComment comment = new TicketComment(ticket, author, command, now);
        entityManager.persist(comment);
        entityManager.flush();
        TicketCommentView view = view(comment.id());
        auditLog.happened("ticket.commented", "ticket", id, Map.of("comment", view));
        notices.commented(ticket, view);
        return view;
    }

    private TicketCommentView view(UUID id) {
        return entityManager
                .createQuery("select " + VIEW + " from " + FROM + " where c.id = :id", TicketCommentView.class)
                .setParameter("id", id)
                .getSingleResult();
    }
}
