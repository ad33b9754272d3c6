package io.buildingos.identity;

import io.buildingos.audit.AuditLog;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Open;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.Role;
import io.buildingos.kernel.SystemScope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Turns a password into a session. */
@Stateless
public class LoginService {
    private static final Duration SESSION_LIFE = Duration.ofDays(30);

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Passwords passwords;

    @Inject
    private AccessTokens accessTokens;

    @Inject
    private AuditLog auditLog;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Clock clock;

    /** One answer for every failure: unknown, wrong, disabled. */
    @Open(Open.To.ANYBODY)
    @SystemScope("memberships of every tenant the user is in")
    public LoggedIn login(LogIn attempt) {
        User user = entityManager
                .createQuery("from User u where u.email = :email", User.class)
                .setParameter("email", User.normalized(attempt.email()))
                .getResultStream()
                .findFirst()
                .orElse(null);
        if (user == null || user.passwordHash() == null) {
            passwords.spendTheTime(attempt.password());
            throw Refusal.of(ErrorCode.LOGIN_FAILED);
        }
        if (!passwords.matches(attempt.password(), user.passwordHash()) || user.disabled()) {
            throw Refusal.of(ErrorCode.LOGIN_FAILED);
        }
        List<MembershipView> memberships = memberships(user.id());
        UUID tenant = memberships.isEmpty() ? null : memberships.get(0).tenantId();
        Session session =
                new Session(user.id(), tenant, null, currentCaller.get().address(), clock.instant(), SESSION_LIFE);
        entityManager.persist(session);
        auditLog.happenedIn(tenant, "session.started", "user", user.id(), Map.of());
        List<String> roles = user.superAdmin()
                ? List.of(Role.SUPER_ADMIN.name())
                : memberships.stream()
                        .filter(membership -> membership.tenantId().equals(tenant))
                        .map(membership -> membership.role().name())
                        .distinct()
                        .toList();
        var token = accessTokens.issue(session, user.email(), roles);
        return new LoggedIn(token.value(), token.expiresAt(), memberships);
    }

    private List<MembershipView> memberships(UUID user) {
        return entityManager
                .createQuery(
                        "select new io.buildingos.identity.MembershipView(t.id, t.name, r.role, r.buildingId)"
                                + " from Membership m join m.roles r join Tenant t on t.id = m.tenantId"
                                + " where m.userId = :user order by t.name, r.role",
                        MembershipView.class)
                .setParameter("user", user)
                .getResultList();
    }

    /** What a person types to log in. */
    public record LogIn(
            @NotNull @Size(max = 254) String email,
            @NotNull @Size(max = 128) String password) {}
}
