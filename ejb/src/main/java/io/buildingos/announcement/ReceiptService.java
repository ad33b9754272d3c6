package io.buildingos.announcement;

import static io.buildingos.kernel.Permission.ANNOUNCEMENT_READ;
import static io.buildingos.kernel.Permission.ANNOUNCEMENT_WRITE;

import io.buildingos.audit.AuditLog;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Listing;
import io.buildingos.kernel.Listing.Condition;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.Refusal;
import io.buildingos.notification.NotificationType;
import io.buildingos.notification.Notifications;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Who got an announcement and who has read it. */
@Stateless
public class ReceiptService {
    private static final Listing<ReceiptView> LISTING = Listing.<ReceiptView>of(
                    "new io.buildingos.announcement.ReceiptView(r.id, r.userId, r.personId, coalesce(p.name, u.name),"
                            + " r.email, r.createdAt, r.readAt)",
                    "AnnouncementReceipt r left join User u on u.id = r.userId"
                            + " left join Person p on p.tenantId = r.tenantId and p.id = r.personId",
                    "r.id")
            .sort("createdAt", "r.createdAt", Instant.class)
            .filter("read", Boolean.class, "case when r.readAt is null then false else true end = :read");

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Announcements announcements;

    @Inject
    private AnnouncementService service;

    @Inject
    private Notifications notifications;

    @Inject
    private AuditLog auditLog;

    @Inject
    private Clock clock;

    @Allowed(ANNOUNCEMENT_WRITE)
    public Page<ReceiptView> list(UUID id, ListRequest request) {
        announcements.writable(id);
        return LISTING.page(
                entityManager, request, Condition.of("r.announcementId = :announcement", Map.of("announcement", id)));
    }

    @Allowed(ANNOUNCEMENT_WRITE)
    public ReachView reach(UUID id) {
        announcements.writable(id);
        return entityManager
                .createQuery(
                        "select new io.buildingos.announcement.ReachView(count(r.id), count(r.userId), count(r.readAt))"
                                + " from AnnouncementReceipt r where r.announcementId = :announcement",
                        ReachView.class)
                .setParameter("announcement", id)
                .getSingleResult();
    }

    /** The first time counts; whoever didn't get it has nothing to read. */
    @Allowed(ANNOUNCEMENT_READ)
    public AnnouncementView read(UUID id) {
        UUID me = currentCaller.get().requireUser();
        int first = entityManager
                .createQuery("update AnnouncementReceipt r set r.readAt = :now where r.announcementId = :announcement"
                        + " and r.userId = :me and r.readAt is null")
                .setParameter("now", clock.instant())
                .setParameter("announcement", id)
                .setParameter("me", me)
                .executeUpdate();
        if (first > 0) {
            notifications.seen(NotificationType.ANNOUNCEMENT, id);
            auditLog.happened("announcement.read", "announcement", id, Map.of());
        }
        AnnouncementView view = service.get(id);
        if (view.receivedAt() == null) {
            throw Refusal.notFound();
        }
        return view;
    }
}
