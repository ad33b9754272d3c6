package io.buildingos.identity;

import io.buildingos.audit.AuditLog;
import io.buildingos.config.Durations;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Begins, continues and ends sessions, in the transaction of whoever asks. */
@ApplicationScoped
class Sessions {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private AccessTokens accessTokens;

    @Inject
    private Memberships memberships;

    @Inject
    private AuditLog auditLog;

    @Inject
    private ImpersonationLog impersonations;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Clock clock;

    @Inject
    private Event<AccessChanged> accessChanged;

    @Inject
    @ConfigProperty(name = "REFRESH_EXPIRES_IN", defaultValue = "30d")
    private String life;

    @Inject
    @ConfigProperty(name = "SESSION_IDLE_EXPIRES_IN", defaultValue = "7d")
    private String idleLife;

    Tokens begin(User user, String userAgent) {
        List<MembershipView> all = memberships.of(user.id());
        UUID tenant = user.superAdmin() || all.isEmpty() ? null : all.get(0).tenantId();
        Session session = new Session(
                user.id(),
                tenant,
                userAgent,
                currentCaller.get().address(),
                clock.instant(),
                Durations.parse(life).orElseThrow());
        entityManager.persist(session);
        // The refresh token refers to the session without Hibernate's knowing: the order must be said.
        entityManager.flush();
        // Whoever came in isn't anonymous any more.
        currentCaller.run(
                currentCaller.get().recognizedAs(user.id(), user.email()),
                () -> auditLog.happenedIn(
                        tenant, "session.started", "user", user.id(), Map.of("session", session.id())));
        return tokens(session, user, all, true);
    }

    /** Beside the super admin's own session, which goes on. */
    Tokens impersonate(User superAdmin, Session own, UUID tenant, Duration most) {
        Session session = Session.impersonating(superAdmin.id(), tenant, own, clock.instant(), most);
        entityManager.persist(session);
        entityManager.flush();
        impersonations.started(session, most);
        return tokens(session, superAdmin, List.of(), true);
    }

    /** Back to the tenant the session was in last, if the user still belongs there. */
    Tokens resume(Session session, User user) {
        List<MembershipView> all = memberships.of(user.id());
        boolean member = all.stream().anyMatch(place -> place.tenantId().equals(session.tenantId()));
        if (member || session.impersonatorId() != null) {
            session.used(session.tenantId(), clock.instant());
        } else {
            session.used(all.isEmpty() ? null : all.get(0).tenantId(), clock.instant());
        }
        return tokens(session, user, all, true);
    }

    /** A new access token in another tenant; the refresh token stays. */
    Tokens enter(Session session, User user, UUID tenant, List<MembershipView> all) {
        session.used(tenant, clock.instant());
        return tokens(session, user, all, false);
    }

    void end(UUID session, UUID user, String reason) {
        tellOfImpersonations("s.id = :of", session, reason);
        ended(
                user,
                entityManager
                        .createQuery("update Session s set s.endedAt = :now, s.endReason = :reason"
                                + " where s.id = :session and s.userId = :user and s.endedAt is null")
                        .setParameter("session", session)
                        .setParameter("user", user)
                        .setParameter("reason", reason)
                        .setParameter("now", clock.instant())
                        .executeUpdate(),
                reason);
    }

    boolean isLive(Session session) {
        return session.liveAt(clock.instant(), idleSince());
    }

    /** A session that was last refreshed before this lies idle and is over. */
    Instant idleSince() {
        return clock.instant().minus(Durations.parse(idleLife).orElseThrow());
    }

    /** @param except the session to keep, or null */
    void endAll(UUID user, UUID except, String reason) {
        tellOfImpersonations("s.userId = :of", user, reason);
        ended(
                user,
                entityManager
                        .createQuery("update Session s set s.endedAt = :now, s.endReason = :reason"
                                + " where s.userId = :user and s.id <> :except and s.endedAt is null")
                        .setParameter("user", user)
                        .setParameter("except", except == null ? new UUID(0, 0) : except)
                        .setParameter("reason", reason)
                        .setParameter("now", clock.instant())
                        .executeUpdate(),
                reason);
    }

    /** Of those that still last; what ends by its time was told of when it began. */
    private void tellOfImpersonations(String which, UUID of, String reason) {
        entityManager
                .createQuery(
                        "from Session s where " + which + " and s.impersonatorId is not null and s.endedAt is null"
                                + " and s.expiresAt > :now",
                        Session.class)
                .setParameter("of", of)
                .setParameter("now", clock.instant())
                .getResultList()
                .forEach(session -> impersonations.ended(session, reason));
    }

    private void ended(UUID user, int count, String reason) {
        accessChanged.fire(new AccessChanged(user));
        if (count > 0) {
            auditLog.happened("session.ended", "user", user, Map.of("reason", reason, "sessions", count));
        }
    }

    private Tokens tokens(Session session, User user, List<MembershipView> all, boolean refreshable) {
        Instant now = clock.instant();
        OpaqueToken refresh = refreshable ? OpaqueToken.create() : null;
        if (refresh != null) {
            entityManager.persist(new RefreshToken(refresh, session.id(), now));
        }
        var access = accessTokens.issue(session, user.email(), roles(session, user, all));
        return new Tokens(
                access.value(),
                access.expiresAt(),
                session.tenantId(),
                all,
                refresh == null ? null : refresh.value(),
                session.expiresAt());
    }

    private static List<String> roles(Session session, User user, List<MembershipView> all) {
        if (session.impersonatorId() != null) {
            return List.of(Role.TENANT_ADMIN.name());
        }
        if (user.superAdmin()) {
            return List.of(Role.SUPER_ADMIN.name());
        }
        return all.stream()
                .filter(place -> place.tenantId().equals(session.tenantId()))
                .map(place -> place.role().name())
                .distinct()
                .toList();
    }
}
