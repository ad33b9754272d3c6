package io.buildingos.notification;

import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.TenantFilter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Tells people of what happened, in the transaction in which it happens: into their feed, and by mail, as each of them
 * wants it. Takes three statements, however many they are.
 */
@ApplicationScoped
public class Notifications {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private NoticeMails mails;

    @Inject
    private Clock clock;

    /**
     * Tells users of the caller's tenant, also where the platform acts on it. Whoever is no member any more isn't told, and
     * nobody of what they did themselves.
     *
     * @param words what the type's placeholders stand for: texts, and amounts of money
     */
    public void tell(Collection<UUID> users, NotificationType type, Subject subject, Map<String, ?> words) {
        Set<UUID> others = new HashSet<>(users);
        others.remove(currentCaller.get().userId());
        if (others.isEmpty()) {
            return;
        }
        Map<UUID, NotificationPreference> preferences = preferences(others, type);
        for (Recipient recipient : members(others)) {
            NotificationPreference wanted = preferences.get(recipient.user());
            Notice notice = Notice.of(type, recipient.locale(), words);
            if (wanted == null || wanted.inApp()) {
                entityManager.persist(new Notification(
                        currentCaller.get().requireTenant(), recipient.user(), type, subject, notice, clock.instant()));
            }
            if (wanted == null ? type.isMailed() : wanted.email()) {
                mails.post(recipient, notice, subject);
            }
        }
    }

    private List<Recipient> members(Collection<UUID> users) {
        UUID tenant = currentCaller.get().requireTenant();
        return TenantFilter.without(
                entityManager,
                tenant,
                () -> entityManager
                        .createQuery(
                                "select new io.buildingos.notification.Recipient(u.id, u.email, u.name,"
                                        + " coalesce(u.locale, t.locale)) from Membership m join User u on u.id = m.userId"
                                        + " join Tenant t on t.id = m.tenantId"
                                        + " where m.tenantId = :tenant and u.id in :users and u.disabledAt is null",
                                Recipient.class)
                        .setParameter("tenant", tenant)
                        .setParameter("users", users)
                        .getResultList());
    }

    private Map<UUID, NotificationPreference> preferences(Collection<UUID> users, NotificationType type) {
        UUID tenant = currentCaller.get().requireTenant();
        List<NotificationPreference> kept = TenantFilter.without(
                entityManager,
                tenant,
                () -> entityManager
                        .createQuery(
                                "from NotificationPreference p where p.tenantId = :tenant and p.userId in :users"
                                        + " and p.type = :type",
                                NotificationPreference.class)
                        .setParameter("tenant", tenant)
                        .setParameter("users", users)
                        .setParameter("type", type)
                        .getResultList());
        Map<UUID, NotificationPreference> byUser = new HashMap<>();
        kept.forEach(preference -> byUser.put(preference.userId(), preference));
        return byUser;
    }
}
