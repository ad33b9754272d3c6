package io.buildingos.ticket;

import static io.buildingos.kernel.Permission.TICKET_MANAGE;
import static io.buildingos.kernel.Permission.TICKET_READ;
import static io.buildingos.kernel.Permission.TICKET_WRITE;

import io.buildingos.audit.AuditLog;
import io.buildingos.document.Document;
import io.buildingos.document.DocumentView;
import io.buildingos.document.Documents;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The documents of a ticket. Each is read by whom its own visibility allows, whoever sees the ticket. */
@Stateless
public class TicketAttachmentService {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Tickets tickets;

    @Inject
    private Documents documents;

    @Inject
    private AuditLog auditLog;

    @Inject
    private Clock clock;

    /** Always whole: those the caller sees, oldest first. */
    @Allowed(TICKET_READ)
    public Page<DocumentView> list(UUID id) {
        tickets.reached(id, TICKET_READ);
        List<UUID> attached = entityManager
                .createQuery("select a.documentId from TicketAttachment a where a.ticketId = :ticket", UUID.class)
                .setParameter("ticket", id)
                .getResultList();
        return new Page<>(attached.isEmpty() ? List.of() : documents.views(attached), null);
    }

    @Allowed(TICKET_WRITE)
    public DocumentView attach(UUID id, AttachDocument command) {
        Ticket ticket = tickets.reached(id, TICKET_WRITE);
        Document document = documents.seen(command.documentId());
        boolean elsewhere =
                document.buildingId() != null && !document.buildingId().equals(ticket.buildingId());
        if (elsewhere || (document.unitId() != null && !document.unitId().equals(ticket.unitId()))) {
            throw Refusal.invalid("documentId", "must not be a document of another unit or building");
        }
        UUID me = currentCaller.get().requireUser();
        entityManager.persist(new TicketAttachment(ticket, document.id(), me, clock.instant()));
        entityManager.flush();
        auditLog.happened("ticket.document-attached", "ticket", id, Map.of("document", document.id()));
        return documents.views(List.of(document.id())).get(0);
    }

    /** The document itself stays. */
    @Allowed(TICKET_MANAGE)
    public void detach(UUID id, UUID document) {
        tickets.reached(id, TICKET_MANAGE);
        int detached = entityManager
                .createQuery("delete from TicketAttachment a where a.ticketId = :ticket and a.documentId = :document")
                .setParameter("ticket", id)
                .setParameter("document", document)
                .executeUpdate();
        if (detached == 0) {
            throw Refusal.notFound();
        }
        auditLog.happened("ticket.document-detached", "ticket", id, Map.of("document", document));
    }
}
