package io.buildingos.notification;

import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.TenantFilter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
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
     * Tells users of the caller's tenant, also where the platform acts on it; whoever is no member any more isn't told.
     *
     * @param users their ids; the one who acts should not be among them
     * @param words what the type's placeholders stand for
     */
    public void tell(Collection<UUID> users, NotificationType type, Subject subject, Map<String, String> words) {
        tell(users, type, subject, words, List.of());
    }

    /** The same, with documents that the mail brings along. */
    public void tell(
            Collection<UUID> users,
            NotificationType type,
            Subject subject,
            Map<String, String> words,
            List<UUID> attachedDocuments) {
        if (users.isEmpty()) {
            return;
        }
        Map<UUID, NotificationPreference> preferences = preferences(users, type);
        for (Recipient recipient : members(users)) {
            NotificationPreference wanted = preferences.get(recipient.user());
            Notice notice = Notice.of(type, recipient.locale(), words);
            if (wanted == null || wanted.inApp()) {
                entityManager.persist(new Notification(
                        currentCaller.get().requireTenant(), recipient.user(), type, subject, notice, clock.instant()));
            }
            if (wanted == null || wanted.email()) {
                mails.post(recipient, notice, subject, attachedDocuments);
            }
        }
    }

    /** People of the directory: by their account where they have one, else by mail alone, where they have an address. */
    public void tellPeople(
            Collection<UUID> people,
            NotificationType type,
            Subject subject,
            Map<String, String> words,
            List<UUID> attachedDocuments) {
        if (people.isEmpty()) {
            return;
        }
        Set<UUID> users = new HashSet<>();
        List<Recipient> others = new ArrayList<>();
        for (Object[] person : entityManager
                .createQuery(
                        "select p.userId, p.email, p.name, t.locale from Person p join Tenant t on t.id = p.tenantId"
                                + " where p.id in :people",
                        Object[].class)
                .setParameter("people", people)
                .getResultList()) {
            if (person[0] != null) {
                users.add((UUID) person[0]);
            } else if (person[1] != null) {
                others.add(new Recipient(null, (String) person[1], (String) person[2], (String) person[3]));
            }
        }
        tell(users, type, subject, words, attachedDocuments);
        others.forEach(other -> mails.post(other, Notice.of(type, other.locale(), words), subject, attachedDocuments));
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
