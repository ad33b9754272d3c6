package io.buildingos.platform;

import static io.buildingos.kernel.Permission.PLATFORM;

import io.buildingos.audit.AuditLog;
import io.buildingos.identity.InviteOwner;
import io.buildingos.identity.OwnerInvitationService;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Listing;
import io.buildingos.kernel.NameKey;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.SystemScope;
import io.buildingos.tenancy.Plan;
import io.buildingos.tenancy.Subscription;
import io.buildingos.tenancy.Tenant;
import io.buildingos.tenancy.TenantStatusChanged;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Opens, renames, suspends, activates and closes tenants. */
@Stateless
public class PlatformTenantService {
    private static final String SUBSCRIBED = "case when s.status = io.buildingos.tenancy.Subscription.Status.TRIAL"
            + " and s.trialEndsAt <= :now then io.buildingos.tenancy.Subscription.Status.EXPIRED else s.status end";
    private static final String VIEW = "new io.buildingos.platform.PlatformTenantView(t.id, t.version, t.name, t.slug,"
            + " t.type, t.status, t.currency, t.locale, t.timeZone, s.plan, " + SUBSCRIBED + ", t.createdAt)";
    private static final String FROM = "Tenant t join Subscription s on s.tenantId = t.id";
    private static final Listing<PlatformTenantView> LISTING = Listing.<PlatformTenantView>of(VIEW, FROM, "t.id")
            .sort("createdAt", "t.createdAt", Instant.class)
            .sort("name", "t.name", String.class)
            .filter("status", Tenant.Status.class, "t.status = :status")
            .filter("plan", Plan.class, "s.plan = :plan")
            .filter(
                    "userId",
                    UUID.class,
                    "exists (select 1 from Membership m where m.tenantId = t.id and m.userId = :userId)")
            .filter("q", NameKey.class, "(locate(:q, lower(t.name)) > 0 or locate(:q, t.slug) > 0)");

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private AuditLog auditLog;

    @Inject
    private OwnerInvitationService invitations;

    @Inject
    private Event<TenantStatusChanged> statusChanged;

    @Inject
    private Clock clock;

    @Allowed(PLATFORM)
    @SystemScope("the platform lists its tenants")
    public Page<PlatformTenantView> list(ListRequest request) {
        return LISTING.page(entityManager, request, Listing.Condition.of("1 = 1", Map.of("now", clock.instant())));
    }

    @Allowed(PLATFORM)
    @SystemScope("the platform looks at any tenant")
    public PlatformTenantView get(UUID id) {
        return view(id);
    }

    /** Its owner is invited by mail. Paid for from the first day; there is no trial of what the platform sells itself. */
    @Allowed(PLATFORM)
    @SystemScope("the tenant isn't there yet")
    public PlatformTenantView open(OpenTenant command) {
        Instant now = clock.instant();
        Tenant tenant = new Tenant(
                command.name(),
                command.slug(),
                command.type(),
                command.currency(),
                command.locale(),
                zone(command.timeZone()),
                now);
        entityManager.persist(tenant);
        entityManager.flush();
        entityManager.persist(Subscription.active(tenant.id(), command.plan(), now));
        entityManager.flush();
        invitations.invite(tenant.id(), new InviteOwner(command.ownerEmail()));
        PlatformTenantView view = view(tenant.id());
        auditLog.changedIn(tenant.id(), "tenant.opened", "tenant", tenant.id(), Map.of(), view);
        return view;
    }

    @Allowed(PLATFORM)
    @SystemScope("the platform renames any tenant")
    public PlatformTenantView rename(UUID id, long version, RenameTenant command) {
        return change(id, "tenant.renamed", tenant -> {
            tenant.requireVersion(version);
            tenant.rename(command.name());
        });
    }

    /** Readable only, until it is activated again. */
    @Allowed(PLATFORM)
    @SystemScope("the platform suspends any tenant")
    public PlatformTenantView suspend(UUID id) {
        return change(id, "tenant.suspended", Tenant::suspend);
    }

    @Allowed(PLATFORM)
    @SystemScope("the platform activates any tenant")
    public PlatformTenantView activate(UUID id) {
        return change(id, "tenant.activated", Tenant::activate);
    }

    /** For good: nobody gets into it any more, its data stays. */
    @Allowed(PLATFORM)
    @SystemScope("the platform closes any tenant")
    public PlatformTenantView close(UUID id) {
        return change(id, "tenant.closed", Tenant::close);
    }

    private PlatformTenantView change(UUID id, String action, Consumer<Tenant> act) {
        Tenant tenant = entityManager.find(Tenant.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (tenant == null) {
            throw Refusal.notFound();
        }
        PlatformTenantView before = view(id);
        act.accept(tenant);
        entityManager.flush();
        PlatformTenantView after = view(id);
        auditLog.changedIn(id, action, "tenant", id, before, after);
        statusChanged.fire(new TenantStatusChanged(id));
        return after;
    }

    private static ZoneId zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw Refusal.invalid("timeZone", "must be an IANA time zone, as America/Argentina/Buenos_Aires");
        }
        return ZoneId.of(name);
    }

    private PlatformTenantView view(UUID id) {
        return entityManager
                .createQuery("select " + VIEW + " from " + FROM + " where t.id = :id", PlatformTenantView.class)
                .setParameter("id", id)
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }
}
