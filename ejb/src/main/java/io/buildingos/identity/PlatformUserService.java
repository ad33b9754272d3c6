package io.buildingos.identity;

import static io.buildingos.kernel.Permission.PLATFORM;

import io.buildingos.audit.AuditLog;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Listing;
import io.buildingos.kernel.NameKey;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.SystemScope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The users of the whole installation: found, shut out and let in again. */
@Stateless
public class PlatformUserService {
    private static final String OF_NO_TENANT = "a user belongs to no tenant";
    private static final String IS_DISABLED = "(case when u.disabledAt is null then false else true end)";

    private static final Listing<PlatformUserView> LISTING = Listing.<PlatformUserView>of(
                    "new io.buildingos.identity.PlatformUserView(u.id, u.version, u.email, u.name, u.superAdmin,"
                            + " case when u.emailVerifiedAt is null then false else true end,"
                            + " case when u.totpConfirmedAt is null then false else true end,"
                            + " u.disabledAt, u.lockedUntil, u.createdAt)",
                    "User u",
                    "u.id")
            .sort("createdAt", "u.createdAt", Instant.class)
            .sort("email", "u.email", String.class)
            .filter("q", NameKey.class, "(locate(:q, u.email) > 0 or locate(:q, lower(u.name)) > 0)")
            .filter("superAdmin", Boolean.class, "u.superAdmin = :superAdmin")
            .filter("disabled", Boolean.class, IS_DISABLED + " = :disabled")
            .filter(
                    "tenantId",
                    UUID.class,
                    "exists (select 1 from Membership m where m.userId = u.id and m.tenantId = :tenantId)");

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Sessions sessions;

    @Inject
    private AuditLog auditLog;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Clock clock;

    @Allowed(PLATFORM)
    @SystemScope(OF_NO_TENANT)
    public Page<PlatformUserView> list(ListRequest request) {
        return LISTING.page(entityManager, request);
    }

    @Allowed(PLATFORM)
    @SystemScope(OF_NO_TENANT)
    public PlatformUserView get(UUID id) {
        User user = entityManager.find(User.class, id);
        if (user == null) {
            throw Refusal.notFound();
        }
        return PlatformUserView.of(user);
    }

    /** Ends every session too: access is gone at once on this node, within the minute on the others. */
    @Allowed(PLATFORM)
    @SystemScope(OF_NO_TENANT)
    public PlatformUserView disable(UUID id) {
        User user = locked(id);
        PlatformUserView before = PlatformUserView.of(user);
        user.disable(clock.instant());
        sessions.endAll(id, null, "user disabled");
        return changed("user.disabled", user, before);
    }

    @Allowed(PLATFORM)
    @SystemScope(OF_NO_TENANT)
    public PlatformUserView enable(UUID id) {
        User user = locked(id);
        PlatformUserView before = PlatformUserView.of(user);
        user.enable();
        return changed("user.enabled", user, before);
    }

    private PlatformUserView changed(String action, User user, PlatformUserView before) {
        entityManager.flush();
        PlatformUserView after = PlatformUserView.of(user);
        auditLog.changed(action, "user", user.id(), before, after);
        return after;
    }

    /**
     * With the caller's own row, in the order of ids: of two super admins who shut each other out at the same moment one
     * stays, and so there is always somebody left to let people in.
     */
    private User locked(UUID id) {
        UUID caller = currentCaller.get().requireUser();
        if (id.equals(caller)) {
            throw Refusal.of(ErrorCode.ILLEGAL_STATE_CHANGE, "Nobody shuts themselves out.");
        }
        List<User> both = entityManager
                .createQuery("from User u where u.id in :ids order by u.id", User.class)
                .setParameter("ids", List.of(id, caller))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        if (both.stream().anyMatch(user -> user.id().equals(caller) && user.disabled())) {
            throw Refusal.of(ErrorCode.UNAUTHENTICATED);
        }
        return both.stream().filter(user -> user.id().equals(id)).findFirst().orElseThrow(Refusal::notFound);
    }
}
