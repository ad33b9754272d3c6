package io.buildingos.support;

import io.buildingos.audit.AuditLog;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Listing;
import io.buildingos.kernel.Listing.Condition;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;

/** What both sides do with support tickets, each in the scope of its own transaction: a tenant's, or the system's. */
@ApplicationScoped
class SupportTickets {
    private static final String MESSAGE = "new io.buildingos.support.SupportMessageView(m.id, m.authorId, u.name,"
            + " m.fromPlatform, m.body, m.createdAt)";
    private static final String MESSAGES = "SupportMessage m left join User u on u.id = m.authorId";

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private SupportNotices notices;

    @Inject
    private AuditLog auditLog;

    @Inject
    private Clock clock;

    static Listing<SupportMessageView> conversation() {
        return Listing.<SupportMessageView>of(MESSAGE, MESSAGES, "m.id")
                .sort("createdAt", "m.createdAt", Instant.class);
    }

    SupportTicketView view(UUID id) {
        return entityManager
                .createQuery(
                        "select " + SupportTicketView.SELECT + " from " + SupportTicketView.FROM + " where s.id = :id",
                        SupportTicketView.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    Page<SupportMessageView> messages(Listing<SupportMessageView> conversation, UUID id, ListRequest request) {
        view(id);
        return conversation.page(entityManager, request, Condition.of("m.ticketId = :ticket", Map.of("ticket", id)));
    }

    SupportTicketView open(SupportTicket ticket, String message) {
        entityManager.persist(ticket);
        SupportMessageView first = say(ticket, false, message);
        SupportTicketView view = view(ticket.id());
        auditLog.created("support-ticket", ticket.id(), view);
        notices.wrote(view, first);
        return view;
    }

    SupportMessageView write(UUID id, boolean fromPlatform, String body) {
        SupportTicket ticket = locked(id);
        ticket.heard(fromPlatform, clock.instant());
        SupportMessageView message = say(ticket, fromPlatform, body);
        auditLog.happenedIn(
                ticket.tenantId(),
                fromPlatform ? "support-ticket.answered" : "support-ticket.written",
                "support-ticket",
                id,
                Map.of("message", message));
        notices.wrote(view(id), message);
        return message;
    }

    SupportTicketView change(UUID id, String action, BiConsumer<SupportTicket, Instant> act) {
        SupportTicket ticket = locked(id);
        SupportTicketView before = view(id);
        act.accept(ticket, clock.instant());
        entityManager.flush();
        SupportTicketView after = view(id);
        auditLog.changedIn(ticket.tenantId(), action, "support-ticket", id, before, after);
        return after;
    }

    private SupportMessageView say(SupportTicket ticket, boolean fromPlatform, String body) {
        SupportMessage message =
                new SupportMessage(ticket, currentCaller.get().requireUser(), fromPlatform, body, clock.instant());
        entityManager.flush();
        entityManager.persist(message);
        entityManager.flush();
        return entityManager
                .createQuery("select " + MESSAGE + " from " + MESSAGES + " where m.id = :id", SupportMessageView.class)
                .setParameter("id", message.id())
                .getSingleResult();
    }

    /** Both sides may speak at once: one after the other. */
    private SupportTicket locked(UUID id) {
        SupportTicket ticket = entityManager.find(SupportTicket.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (ticket == null) {
            throw Refusal.notFound();
        }
        return ticket;
    }
}
