package io.buildingos.announcement;

import static io.buildingos.kernel.Permission.ANNOUNCEMENT_WRITE;

import io.buildingos.audit.AuditLog;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Open;
import io.buildingos.kernel.SystemScope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.Session;

/** Sends announcements: now, later, or not after all. */
@Stateless
public class AnnouncementSendingService {
    private static final String DUE = " a.status = 'SCHEDULED' and a.send_at <= :now";

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Announcements announcements;

    @Inject
    private AnnouncementService service;

    @Inject
    private Sending sending;

    @Inject
    private AuditLog auditLog;

    @Inject
    private Clock clock;

    /** Of many who press the button at once, one sends; for the others it is sent already. */
    @Allowed(ANNOUNCEMENT_WRITE)
    public AnnouncementView send(UUID id) {
        return changed("announcement.sent", id, announcement -> sending.send(announcement, clock.instant()));
    }

    @Allowed(ANNOUNCEMENT_WRITE)
    public AnnouncementView schedule(UUID id, ScheduleAnnouncement command) {
        return changed(
                "announcement.scheduled", id, announcement -> announcement.schedule(command.sendAt(), clock.instant()));
    }

    /** Scheduled, but not sent yet: a draft again. */
    @Allowed(ANNOUNCEMENT_WRITE)
    public AnnouncementView takeBack(UUID id) {
        return changed("announcement.taken-back", id, Announcement::takeBack);
    }

    /** Whose announcements are due; a suspended tenant's wait. */
    @Open(Open.To.SYSTEM)
    @SystemScope("looks for announcements of every tenant")
    @SuppressWarnings("unchecked")
    public List<UUID> tenantsWithDue() {
        return entityManager
                .createNativeQuery(
                        "select distinct a.tenant_id from announcements a join tenants n on n.id = a.tenant_id"
                                + " where n.status = 'ACTIVE' and" + DUE,
                        UUID.class)
                .setParameter("now", clock.instant())
                .getResultList();
    }

    /**
     * Sends the one of the caller's tenant that has been due for longest and that no other node is sending. Native, since
     * JPQL can't skip what others have locked.
     *
     * @return whether there was one
     */
    @Open(Open.To.SYSTEM)
    public boolean sendNextDue() {
        Instant now = clock.instant();
        Announcement due = entityManager
                .unwrap(Session.class)
                .createNativeQuery(
                        "select a.* from announcements a where a.tenant_id = :tenant and" + DUE
                                + " order by a.send_at limit 1 for update skip locked",
                        Announcement.class)
                .setParameter("tenant", currentCaller.get().requireTenant())
                .setParameter("now", now)
                .getResultStream()
                .findFirst()
                .orElse(null);
        if (due == null) {
            return false;
        }
        int recipients = sending.send(due, now);
        auditLog.happened("announcement.sent", "announcement", due.id(), Map.of("recipients", recipients));
        return true;
    }

    private AnnouncementView changed(String action, UUID id, Consumer<Announcement> act) {
        Announcement announcement = announcements.locked(id);
        AnnouncementView before = service.get(id);
        act.accept(announcement);
        entityManager.flush();
        AnnouncementView after = service.get(id);
        auditLog.changed(action, "announcement", id, before, after);
        return after;
    }
}
