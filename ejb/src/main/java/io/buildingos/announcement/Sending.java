package io.buildingos.announcement;

import io.buildingos.notification.MailTemplate;
import io.buildingos.notification.Outbox;
import io.buildingos.tenancy.Calendars;
import io.buildingos.tenancy.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The moment of sending: freezes the recipients in one statement. Whoever calls holds the announcement's row. */
@ApplicationScoped
class Sending {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Recipients recipients;

    @Inject
    private Calendars calendars;

    @Inject
    private Outbox outbox;

    @Inject
    @ConfigProperty(name = "APP_BASE_URL")
    private String baseUrl;

    /** Returns how many recipients there are. */
    int send(Announcement announcement, Instant now) {
        announcement.send(now);
        entityManager.flush();
        int reached = recipients.freeze(
                announcement.id(), announcement.byEmail(), calendars.today(announcement.tenantId()), now);
        if (announcement.byEmail()) {
            post(announcement);
        }
        return reached;
    }

    private void post(Announcement announcement) {
        Tenant tenant = entityManager.find(Tenant.class, announcement.tenantId());
        List<Object[]> addressed = entityManager
                .createQuery(
                        "select r.email, u.locale from AnnouncementReceipt r left join User u on u.id = r.userId"
                                + " where r.announcementId = :announcement and r.email is not null",
                        Object[].class)
                .setParameter("announcement", announcement.id())
                .getResultList();
        Map<String, String> model = Map.of(
                "tenant", tenant.name(),
                "title", announcement.title(),
                "link", baseUrl.replaceAll("/+$", "") + "/announcements/" + announcement.id());
        for (Object[] recipient : addressed) {
            String locale = recipient[1] == null ? tenant.locale() : (String) recipient[1];
            outbox.post(tenant.id(), (String) recipient[0], MailTemplate.ANNOUNCEMENT, locale, model);
        }
    }
}
