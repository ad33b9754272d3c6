package io.buildingos.notification;

import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Listing;
import io.buildingos.kernel.Listing.Condition;
import io.buildingos.kernel.Open;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The feed of whoever asks, in the active tenant, and what they want in it. */
@Stateless
public class NotificationService {
    private static final Listing<NotificationView> LISTING = Listing.<NotificationView>of(
                    "new io.buildingos.notification.NotificationView(n.id, n.type, n.subjectType, n.subjectId, n.title,"
                            + " n.body, n.createdAt, n.readAt)",
                    "Notification n",
                    "n.id")
            .sort("createdAt", "n.createdAt", Instant.class)
            .filter("type", NotificationType.class, "n.type = :type")
            .filter("unread", Boolean.class, "case when n.readAt is null then true else false end = :unread");

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Clock clock;

    /** Newest first, unless asked otherwise. */
    @Open(Open.To.LOGGED_IN)
    public Page<NotificationView> list(ListRequest request) {
        ListRequest newestFirst = request.sort() == null
                ? new ListRequest(request.limit(), request.cursor(), "-createdAt", request.filters())
                : request;
        return LISTING.page(entityManager, newestFirst, Condition.of("n.userId = :me", Map.of("me", me())));
    }

    @Open(Open.To.LOGGED_IN)
    public Unread unread() {
        return new Unread(entityManager
                .createQuery(
                        "select count(*) from Notification n where n.userId = :me and n.readAt is null", Long.class)
                .setParameter("me", me())
                .getSingleResult());
    }

    @Open(Open.To.LOGGED_IN)
    public NotificationView read(UUID id) {
        Notification notification = entityManager.find(Notification.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (notification == null || !notification.belongsTo(me())) {
            throw Refusal.notFound();
        }
        notification.read(clock.instant());
        return notification.view();
    }

    @Open(Open.To.LOGGED_IN)
    public void readAll() {
        entityManager
                .createQuery("update versioned Notification n set n.readAt = :now"
                        + " where n.userId = :me and n.readAt is null")
                .setParameter("now", clock.instant())
                .setParameter("me", me())
                .executeUpdate();
    }

    /** One for each type there is. */
    @Open(Open.To.LOGGED_IN)
    public Preferences preferences() {
        Map<NotificationType, NotificationPreference> kept = kept();
        return new Preferences(Arrays.stream(NotificationType.values())
                .map(type -> kept.containsKey(type)
                        ? new Preference(
                                type, kept.get(type).inApp(), kept.get(type).email())
                        : new Preference(type, true, type.isMailed()))
                .toList());
    }

    /** Types that aren't named stay as they are. */
    @Open(Open.To.LOGGED_IN)
    public Preferences prefer(Preferences wanted) {
        UUID me = me();
        Map<NotificationType, NotificationPreference> kept = kept();
        for (Preference preference : wanted.preferences()) {
            NotificationPreference row = kept.computeIfAbsent(preference.type(), type -> {
                var fresh = new NotificationPreference(currentCaller.get().requireTenant(), me, type);
                entityManager.persist(fresh);
                return fresh;
            });
            row.want(preference.inApp(), preference.email());
        }
        entityManager.flush();
        return preferences();
    }

    private Map<NotificationType, NotificationPreference> kept() {
        Map<NotificationType, NotificationPreference> kept = new EnumMap<>(NotificationType.class);
        entityManager
                .createQuery("from NotificationPreference p where p.userId = :me", NotificationPreference.class)
                .setParameter("me", me())
                .getResultList()
                .forEach(preference -> kept.put(preference.type(), preference));
        return kept;
    }

    private UUID me() {
        Caller caller = currentCaller.get();
        caller.requireTenant();
        return caller.requireUser();
    }

    /** How many wait to be read. */
    public record Unread(long count) {}

    /** What a user wants to hear of, and how. */
    public record Preferences(@NotNull @Size(max = 100) List<@NotNull @Valid Preference> preferences) {}

    /** Of one type. */
    public record Preference(@NotNull NotificationType type, boolean inApp, boolean email) {}
}
