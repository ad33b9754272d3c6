package io.buildingos.announcement;

import static io.buildingos.kernel.Permission.ANNOUNCEMENT_READ;
import static io.buildingos.kernel.Permission.ANNOUNCEMENT_WRITE;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.buildingos.audit.AuditLog;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Listing;
import io.buildingos.kernel.Listing.Condition;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Drafts announcements and shows them to whom they concern. */
@Stateless
public class AnnouncementService {
    private static final String NEWEST_FIRST = "-createdAt";
    private static final Listing<AnnouncementView> LISTING = Listing.<AnnouncementView>of(
                    AnnouncementView.SELECT, AnnouncementView.FROM, "a.id")
            .sort("createdAt", "a.createdAt", Instant.class)
            .filter("status", Announcement.Status.class, "a.status = :status")
            .filter("received", Boolean.class, "case when r.id is null then false else true end = :received")
            .filter("read", Boolean.class, "case when r.readAt is null then false else true end = :read");

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Announcements announcements;

    @Inject
    private AuditLog auditLog;

    @Inject
    private Clock clock;

    /** What the caller may write, and what they received. */
    @Allowed(ANNOUNCEMENT_READ)
    public Page<AnnouncementView> list(ListRequest request) {
        Page<AnnouncementView> page = LISTING.page(
                entityManager,
                request.sort() == null
                        ? new ListRequest(request.limit(), request.cursor(), NEWEST_FIRST, request.filters())
                        : request,
                announcements.visible());
        return new Page<>(withTargets(page.items()), page.next());
    }

    @Allowed(ANNOUNCEMENT_READ)
    public AnnouncementView get(UUID id) {
        Condition visible = announcements.visible();
        var query = entityManager
                .createQuery(
                        "select " + AnnouncementView.SELECT + " from " + AnnouncementView.FROM
                                + " where a.id = :id and " + visible.hql(),
                        AnnouncementView.class)
                .setParameter("id", id);
        visible.parameters().forEach(query::setParameter);
        List<AnnouncementView> found = query.getResultList();
        if (found.isEmpty()) {
            throw Refusal.notFound();
        }
        return withTargets(found).get(0);
    }

    /** What a change is made of: for those who may make it. */
    @Allowed(ANNOUNCEMENT_WRITE)
    public DescribeAnnouncement description(UUID id) {
        announcements.writable(id);
        return get(id).description();
    }

    @Allowed(ANNOUNCEMENT_WRITE)
    public AnnouncementView draft(DescribeAnnouncement description) {
        List<Target> targets = checked(description.targets());
        Caller caller = currentCaller.get();
        Announcement announcement =
                new Announcement(caller.requireTenant(), description, caller.requireUser(), clock.instant());
        entityManager.persist(announcement);
        targets.forEach(target -> entityManager.persist(new AnnouncementTarget(announcement, target)));
        entityManager.flush();
        AnnouncementView view = get(announcement.id());
        auditLog.created("announcement", announcement.id(), view);
        return view;
    }

    @Allowed(ANNOUNCEMENT_WRITE)
    public AnnouncementView describe(UUID id, long version, DescribeAnnouncement description) {
        Announcement announcement = announcements.locked(id);
        announcement.requireVersion(version);
        AnnouncementView before = get(id);
        announcement.describe(description);
        List<Target> targets = checked(description.targets());
        if (!Set.copyOf(targets).equals(Set.copyOf(before.targets()))) {
            entityManager
                    .createQuery("delete from AnnouncementTarget t where t.announcementId = :id")
                    .setParameter("id", id)
                    .executeUpdate();
            targets.forEach(target -> entityManager.persist(new AnnouncementTarget(announcement, target)));
            // The targets are rows of their own: without this the version wouldn't tell of their change.
            entityManager.lock(announcement, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        }
        entityManager.flush();
        AnnouncementView after = get(id);
        auditLog.changed("announcement.described", "announcement", id, before, after);
        return after;
    }

    @Allowed(ANNOUNCEMENT_WRITE)
    public void delete(UUID id, long version) {
        Announcement announcement = announcements.locked(id);
        announcement.requireVersion(version);
        announcement.requireDraft();
        AnnouncementView before = get(id);
        entityManager.remove(announcement);
        entityManager.flush();
        auditLog.changed("announcement.deleted", "announcement", id, before, Map.of());
    }

    private List<Target> checked(List<Target> targets) {
        List<Target> checked = new ArrayList<>();
        for (int number = 0; number < targets.size(); number++) {
            checked.add(announcements.checked(number, targets.get(number)));
        }
        return checked.stream().distinct().toList();
    }

    /** Of a whole page in one statement. Who writes none isn't told who else got it. */
    private List<AnnouncementView> withTargets(List<AnnouncementView> views) {
        if (!currentCaller.get().holds(ANNOUNCEMENT_WRITE)) {
            return views;
        }
        Map<UUID, List<Target>> targets = entityManager
                .createQuery(
                        "select t.announcementId, new io.buildingos.announcement.Target(t.kind, t.buildingId, t.unitId,"
                                + " t.role) from AnnouncementTarget t where t.announcementId in :ids order by t.id",
                        Object[].class)
                .setParameter("ids", views.stream().map(AnnouncementView::id).toList())
                .getResultStream()
                .collect(groupingBy(row -> (UUID) row[0], mapping(row -> (Target) row[1], toList())));
        return views.stream()
                .map(view -> view.with(targets.getOrDefault(view.id(), List.of())))
                .toList();
    }
}
