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
    /**
     * People by their occupancies, members by their roles; somebody who is both counts once, and so does somebody meant by
     * several targets. Whoever's account is disabled gets nothing.
     */
    private static final String FREEZE = """
            with meant as (
                select p.id as person_id, p.user_id, p.email
                from announcement_targets t
                join units u on u.tenant_id = t.tenant_id
                    and (t.kind = 'TENANT' or (t.kind = 'BUILDING' and u.building_id = t.building_id)
                        or (t.kind = 'UNIT' and u.id = t.unit_id))
                join occupancies o on o.tenant_id = u.tenant_id and o.unit_id = u.id
                    and o.starts_on <= :today and (o.ends_on is null or o.ends_on >= :today)
                join people p on p.tenant_id = o.tenant_id and p.id = o.person_id
                where t.tenant_id = :tenant and t.announcement_id = :announcement
                union
                select null, m.user_id, null
                from announcement_targets t
                join membership_roles r on r.tenant_id = t.tenant_id
                    and (t.kind = 'TENANT' or (t.kind = 'BUILDING' and r.building_id = t.building_id)
                        or (t.kind = 'ROLE' and r.role = t.role))
                join memberships m on m.tenant_id = r.tenant_id and m.id = r.membership_id
                where t.tenant_id = :tenant and t.announcement_id = :announcement)
            insert into announcement_receipts
                (id, tenant_id, announcement_id, user_id, person_id, email, created_at)
            select distinct on (coalesce(m.user_id, meant.person_id))
                gen_random_uuid(), :tenant, :announcement, m.user_id, meant.person_id,
                coalesce(u.email, meant.email), :now
            from meant
            left join memberships m on m.tenant_id = :tenant and m.user_id = meant.user_id
            left join users u on u.id = m.user_id
            where u.disabled_at is null and (m.user_id is not null or (:byEmail and meant.email is not null))
            order by coalesce(m.user_id, meant.person_id), meant.person_id nulls last
            """;

    @PersistenceContext
    private EntityManager entityManager;

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
        int recipients = entityManager
                .createNativeQuery(FREEZE)
                .setParameter("tenant", announcement.tenantId())
                .setParameter("announcement", announcement.id())
                .setParameter("today", calendars.today(announcement.tenantId()))
                .setParameter("byEmail", announcement.byEmail())
                .setParameter("now", now)
                .executeUpdate();
        if (announcement.byEmail()) {
            post(announcement);
        }
        return recipients;
    }

    private void post(Announcement announcement) {
        Tenant tenant = entityManager.find(Tenant.class, announcement.tenantId());
        List<Object[]> recipients = entityManager
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
        for (Object[] recipient : recipients) {
            String locale = recipient[1] == null ? tenant.locale() : (String) recipient[1];
            outbox.post(tenant.id(), (String) recipient[0], MailTemplate.ANNOUNCEMENT, locale, model);
        }
    }
}
