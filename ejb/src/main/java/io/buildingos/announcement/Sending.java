package io.buildingos.announcement;

import io.buildingos.notification.MailTemplate;
import io.buildingos.notification.NotificationType;
import io.buildingos.notification.Notifications;
import io.buildingos.notification.Outbox;
import io.buildingos.notification.Pages;
import io.buildingos.notification.Subject;
import io.buildingos.tenancy.Calendars;
import io.buildingos.tenancy.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The moment of sending: freezes the recipients, tells them in their feeds, and posts the mails, in a number of statements
 * that doesn't grow with them. Whoever calls holds the announcement's row.
 */
@ApplicationScoped
class Sending {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Recipients recipients;

    @Inject
    private Calendars calendars;

    @Inject
    private Notifications notifications;

    @Inject
    private Outbox outbox;

    @Inject
    private Pages pages;

    /** Returns how many recipients there are. */
    int send(Announcement announcement, Instant now) {
        announcement.send(now);
        entityManager.flush();
        int reached = recipients.freeze(
                announcement.id(), announcement.byEmail(), calendars.today(announcement.tenantId()), now);
        tell(announcement, now);
        if (announcement.byEmail()) {
            post(announcement);
        }
        return reached;
    }

    /** Into the feed of those who have one. */
    private void tell(Announcement announcement, Instant now) {
        List<UUID> users = entityManager
                .createQuery(
                        "select r.userId from AnnouncementReceipt r where r.announcementId = :announcement"
                                + " and r.userId is not null",
                        UUID.class)
                .setParameter("announcement", announcement.id())
                .getResultList();
        notifications.announce(
                users,
                NotificationType.ANNOUNCEMENT,
                subject(announcement),
                Map.of("title", announcement.title(), "text", announcement.body()),
                now);
    }

    /** To those who want it by mail, and to whoever has no account to say otherwise. */
    private void post(Announcement announcement) {
        Tenant tenant = entityManager.find(Tenant.class, announcement.tenantId());
        Map<String, String> model = Map.of(
                "tenant", tenant.name(),
                "title", announcement.title(),
                "link", pages.of(subject(announcement)));
        List<Outbox.Mail> mails = entityManager
                .createQuery(
                        "select r.email, u.locale from AnnouncementReceipt r left join User u on u.id = r.userId"
                                + " left join NotificationPreference p on p.tenantId = r.tenantId"
                                + " and p.userId = r.userId and p.type = :type"
                                + " where r.announcementId = :announcement and r.email is not null"
                                + " and coalesce(p.email, :mailed) = true",
                        Object[].class)
                .setParameter("announcement", announcement.id())
                .setParameter("type", NotificationType.ANNOUNCEMENT)
                .setParameter("mailed", NotificationType.ANNOUNCEMENT.isMailed())
                .getResultStream()
                .map(row -> new Outbox.Mail((String) row[0], row[1] == null ? tenant.locale() : (String) row[1], model))
                .toList();
        outbox.post(tenant.id(), MailTemplate.ANNOUNCEMENT, mails);
    }

    private static Subject subject(Announcement announcement) {
        return new Subject("announcement", announcement.id());
    }
}
