package io.buildingos.support;

import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.notification.MailTemplate;
import io.buildingos.notification.NotificationType;
import io.buildingos.notification.Notifications;
import io.buildingos.notification.Outbox;
import io.buildingos.notification.Pages;
import io.buildingos.notification.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tells the other side that something was said. */
@ApplicationScoped
class SupportNotices {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Notifications notifications;

    @Inject
    private Outbox outbox;

    @Inject
    private Pages pages;

    void wrote(SupportTicketView ticket, SupportMessageView message) {
        if (message.fromPlatform()) {
            tellTheTenant(ticket);
        } else {
            tellThePlatform(ticket, message);
        }
    }

    /** Those of the tenant who have written on it; each as they prefer. */
    private void tellTheTenant(SupportTicketView ticket) {
        Set<UUID> writers = new HashSet<>(entityManager
                .createQuery(
                        "select distinct m.authorId from SupportMessage m where m.ticketId = :ticket"
                                + " and m.fromPlatform = false",
                        UUID.class)
                .setParameter("ticket", ticket.id())
                .getResultList());
        Caller there = currentCaller.get().inTenant(ticket.tenantId());
        currentCaller.run(
                there,
                () -> notifications.tell(
                        writers,
                        NotificationType.SUPPORT_ANSWERED,
                        new Subject("support-ticket", ticket.id()),
                        Map.of("title", ticket.title())));
    }

    /** A super admin is a member of no tenant and has no feed: by mail. */
    private void tellThePlatform(SupportTicketView ticket, SupportMessageView message) {
        List<Object[]> superAdmins = entityManager
                .createQuery(
                        "select u.email, u.name, u.locale from User u where u.superAdmin = true and u.disabledAt is null",
                        Object[].class)
                .getResultList();
        for (Object[] superAdmin : superAdmins) {
            outbox.post(
                    ticket.tenantId(),
                    (String) superAdmin[0],
                    MailTemplate.SUPPORT_REQUESTED,
                    superAdmin[2] == null ? "en" : (String) superAdmin[2],
                    Map.of(
                            "name", (String) superAdmin[1],
                            "tenant", ticket.tenantName(),
                            "title", ticket.title(),
                            "by", message.authorName(),
                            "text", message.body(),
                            "link", pages.at("platform/support-tickets/" + ticket.id())));
        }
    }
}
