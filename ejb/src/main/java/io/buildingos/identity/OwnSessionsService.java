package io.buildingos.identity;

import io.buildingos.audit.AuditLog;
import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Listing;
import io.buildingos.kernel.Listing.Condition;
import io.buildingos.kernel.Open;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.SystemScope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The sessions of whoever is logged in. */
@Stateless
public class OwnSessionsService {
    private static final String OF_ALL_TENANTS = "a user's sessions, whichever tenant each works in";
    private static final Listing<SessionView> LISTING = Listing.<SessionView>of(
                    "new io.buildingos.identity.SessionView(s.id,"
                            + " case when s.id = :current then true else false end, s.tenantId, s.userAgent,"
                            + " s.address, s.createdAt, s.lastUsedAt, s.expiresAt)",
                    "Session s",
                    "s.id")
            .sort("createdAt", "s.createdAt", Instant.class);

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Sessions sessions;

    @Inject
    private Memberships memberships;

    @Inject
    private AuditLog auditLog;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Clock clock;

    @Open(Open.To.LOGGED_IN)
    @SystemScope(OF_ALL_TENANTS)
    public Page<SessionView> list(ListRequest request) {
        Caller caller = currentCaller.get();
        return LISTING.page(
                entityManager,
                request,
                Condition.of(
                        "s.userId = :user and s.endedAt is null and s.expiresAt > :now and s.lastUsedAt > :idleSince",
                        Map.of(
                                "user", OwnAccount.of(caller),
                                "now", clock.instant(),
                                "idleSince", sessions.idleSince(),
                                "current", caller.sessionId())));
    }

    @Open(Open.To.LOGGED_IN)
    @SystemScope(OF_ALL_TENANTS)
    public void end(UUID id) {
        UUID user = OwnAccount.of(currentCaller.get());
        Session session = entityManager.find(Session.class, id);
        if (session == null || !session.userId().equals(user) || !sessions.isLive(session)) {
            throw Refusal.notFound();
        }
        sessions.end(id, user, "ended by its user");
    }

    @Open(Open.To.LOGGED_IN)
    @SystemScope(OF_ALL_TENANTS)
    public void logout() {
        Caller caller = currentCaller.get();
        sessions.end(caller.sessionId(), caller.requireUser(), "logout");
    }

    @Open(Open.To.LOGGED_IN)
    @SystemScope(OF_ALL_TENANTS)
    public void logoutEverywhere() {
        sessions.endAll(OwnAccount.of(currentCaller.get()), null, "logout everywhere");
    }

    /** A tenant one isn't a member of doesn't exist. */
    @Open(Open.To.LOGGED_IN)
    @SystemScope("from one tenant to another")
    public Tokens switchTo(SwitchTenant request) {
        Caller caller = currentCaller.get();
        Session session = entityManager.find(Session.class, caller.sessionId(), LockModeType.PESSIMISTIC_WRITE);
        if (session == null || !sessions.isLive(session) || session.impersonatorId() != null) {
            throw Refusal.notFound();
        }
        User user = entityManager.find(User.class, session.userId());
        List<MembershipView> all = memberships.of(user.id());
        if (user.superAdmin()
                || all.stream().noneMatch(place -> place.tenantId().equals(request.tenantId()))) {
            throw Refusal.notFound();
        }
        auditLog.happenedIn(request.tenantId(), "session.switched", "user", user.id(), Map.of("session", session.id()));
        return sessions.enter(session, user, request.tenantId(), all);
    }

    /** Where to. */
    public record SwitchTenant(@NotNull UUID tenantId) {}
}
