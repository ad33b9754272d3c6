package io.buildingos.tenancy;

import static io.buildingos.kernel.Permission.SETTINGS_READ;
import static io.buildingos.kernel.Permission.SETTINGS_WRITE;

import io.buildingos.audit.AuditLog;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Permission;
import io.buildingos.kernel.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.UUID;

/** The caller's own tenant: its settings and its plan. */
@Stateless
public class TenantService {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private PlanLimits planLimits;

    @Inject
    private Calendars calendars;

    @Inject
    private AuditLog auditLog;

    @Inject
    private Clock clock;

    @Allowed(SETTINGS_READ)
    public TenantView get() {
        return TenantView.of(own(SETTINGS_READ));
    }

    @Allowed(SETTINGS_WRITE)
    public TenantView describe(long version, DescribeTenant description) {
        Tenant tenant = own(SETTINGS_WRITE);
        tenant.requireVersion(version);
        requireCurrencyFree(tenant, description.currency());
        TenantView before = TenantView.of(tenant);
        tenant.describe(description);
        entityManager.flush();
        calendars.forget(tenant.id());
        TenantView after = TenantView.of(tenant);
        auditLog.changed("tenant.described", "tenant", tenant.id(), before, after);
        return after;
    }

    @Allowed(SETTINGS_READ)
    public PlanView plan() {
        UUID tenant = own(SETTINGS_READ).id();
        return PlanView.of(
                planLimits.subscription(tenant, LockModeType.NONE),
                clock.instant(),
                resource -> planLimits.current(tenant, resource));
    }

    /** Locks the subscription as every new unit does: none can slip in between the count and the change. */
    private void requireCurrencyFree(Tenant tenant, String currency) {
        if (tenant.currency().equals(currency)) {
            return;
        }
        planLimits.locked(tenant.id());
        long units = entityManager
                .createQuery("select count(*) from Unit", Long.class)
                .getSingleResult();
        if (units > 0) {
            throw Refusal.of(ErrorCode.CURRENCY_FROZEN);
        }
    }

    private Tenant own(Permission permission) {
        currentCaller.get().reach(permission).requireAll();
        return entityManager.find(Tenant.class, currentCaller.get().requireTenant());
    }
}
