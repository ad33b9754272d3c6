package io.buildingos.notification;

import io.buildingos.kernel.BulkInsert;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.TenantFilter;
import io.buildingos.kernel.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * Tells people of what happened, in the transaction in which it happens: into their feed, and by mail, as each of them
 * wants it. Takes three statements, however many they are and however much there is to tell.
 */
@ApplicationScoped
public class Notifications {
    private static final String ANNOUNCE = """
            insert into notifications
                (id, version, tenant_id, user_id, type, subject_type, subject_id, title, body, created_at)
            select gen_random_uuid(), 0, m.tenant_id, m.user_id, :type, :subjectType, :subject, :title, :body, :at
            from memberships m
            join users u on u.id = m.user_id
            left join notification_preferences p
                on p.tenant_id = m.tenant_id and p.user_id = m.user_id and p.type = :type
            where m.tenant_id = :tenant and m.user_id = any (:users) and u.disabled_at is null
                and coalesce(p.in_app, true)
            """;

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
     * @param words what the type's placeholders stand for: texts, amounts of money, and days
     */
    public void tell(Collection<UUID> users, NotificationType type, Subject subject, Map<String, ?> words) {
        tell(type, List.of(new News(users, subject, words)));
    }

    /** The same of much at once, each to those whom it concerns. */
    public void tell(NotificationType type, Collection<News> news) {
        Map<UUID, Recipient> recipients = recipients(news, type);
        if (recipients.isEmpty()) {
            return;
        }
        List<Told> told = new ArrayList<>();
        for (News one : news) {
            Set.copyOf(one.users()).stream()
                    .map(recipients::get)
                    .filter(Objects::nonNull)
                    .forEach(recipient -> told.add(new Told(
                            recipient,
                            one.subject(),
                            Notice.of(type, one.wording(), recipient.locale(), one.words()))));
        }
        insert(type, told.stream().filter(one -> one.recipient().inApp()).toList());
        if (type.isCopied()) {
            mails.post(told.stream().filter(one -> one.recipient().byMail()).toList());
        }
    }

    /** Somebody without an account, who can't have said how they want to hear of it: by mail. */
    public void write(
            String email, String name, String locale, NotificationType type, Subject subject, Map<String, ?> words) {
        Recipient recipient = new Recipient(null, email, name, locale, false, true);
        mails.post(List.of(new Told(recipient, subject, Notice.of(type, locale, words))));
    }

    /**
     * What has the same words in every language, into the feed alone: in one statement, which carries the words once. For
     * news whose mail is a letter of its own; whoever posts that asks for the preference.
     *
     * @param at when it happened
     */
    public void announce(
            Collection<UUID> users, NotificationType type, Subject subject, Map<String, String> words, Instant at) {
        Notice notice = Notice.of(type, MailTexts.DEFAULT_LANGUAGE, words);
        Set<UUID> others = new HashSet<>(users);
        others.remove(currentCaller.get().userId());
        entityManager
                .createNativeQuery(ANNOUNCE)
                .setParameter("tenant", currentCaller.get().requireTenant())
                .setParameter("users", others.toArray(UUID[]::new))
                .setParameter("type", type.name())
                .setParameter("subjectType", subject.type())
                .setParameter("subject", subject.id())
                .setParameter("title", notice.title())
                .setParameter("body", notice.body())
                .setParameter("at", at)
                .executeUpdate();
    }

    /** Whether it stands in the user's feed. */
    public boolean hasTold(UUID user, NotificationType type, UUID subject) {
        return entityManager
                        .createQuery(
                                "select count(*) from Notification n where n.userId = :user and n.type = :type"
                                        + " and n.subjectId = :subject",
                                Long.class)
                        .setParameter("user", user)
                        .setParameter("type", type)
                        .setParameter("subject", subject)
                        .getSingleResult()
                > 0;
    }

    /** The caller has seen the thing itself: what their feed says of it isn't news any more. */
    public void seen(NotificationType type, UUID subject) {
        entityManager
                .createQuery("update versioned Notification n set n.readAt = :now where n.userId = :me"
                        + " and n.type = :type and n.subjectId = :subject and n.readAt is null")
                .setParameter("now", clock.instant())
                .setParameter("me", currentCaller.get().requireUser())
                .setParameter("type", type)
                .setParameter("subject", subject)
                .executeUpdate();
    }

    private void insert(NotificationType type, List<Told> lines) {
        UUID tenant = currentCaller.get().requireTenant();
        Timestamp now = Timestamp.from(clock.instant());
        entityManager
                .unwrap(Session.class)
                .doWork(connection -> BulkInsert.<Told>into("notifications")
                        .column("id", "uuid", line -> UuidV7.create())
                        .column("version", "bigint", line -> 0L)
                        .column("tenant_id", "uuid", line -> tenant)
                        .column("user_id", "uuid", line -> line.recipient().user())
                        .column("type", "text", line -> type.name())
                        .column("subject_type", "text", line -> line.subject().type())
                        .column("subject_id", "uuid", line -> line.subject().id())
                        .column("title", "text", line -> line.notice().title())
                        .column("body", "text", line -> line.notice().body())
                        .column("created_at", "timestamptz", line -> now)
                        .execute(connection, lines));
    }

    private Map<UUID, Recipient> recipients(Collection<News> news, NotificationType type) {
        Set<UUID> others = new HashSet<>();
        news.forEach(one -> others.addAll(one.users()));
        others.remove(currentCaller.get().userId());
        if (others.isEmpty()) {
            return Map.of();
        }
        UUID tenant = currentCaller.get().requireTenant();
        return TenantFilter.without(
                entityManager,
                tenant,
                () -> entityManager
                        .createQuery(
                                "select new io.buildingos.notification.Recipient(u.id, u.email, u.name,"
                                        + " coalesce(u.locale, t.locale), coalesce(p.inApp, true), coalesce(p.email, :mailed))"
                                        + " from Membership m join User u on u.id = m.userId"
                                        + " join Tenant t on t.id = m.tenantId"
                                        + " left join NotificationPreference p on p.tenantId = m.tenantId"
                                        + " and p.userId = m.userId and p.type = :type"
                                        + " where m.tenantId = :tenant and m.userId in :users and u.disabledAt is null",
                                Recipient.class)
                        .setParameter("tenant", tenant)
                        .setParameter("users", others)
                        .setParameter("type", type)
                        .setParameter("mailed", type.isMailed())
                        .getResultStream()
                        .collect(Collectors.toMap(Recipient::user, Function.identity())));
    }

    /** What somebody is told, in their words. */
    record Told(Recipient recipient, Subject subject, Notice notice) {}
}
