package io.buildingos.kernel;

import java.util.UUID;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/** The first wall: which tenant Hibernate filters by. Nobody's, unless a {@link TransactionScope} said otherwise. */
public class TenantResolver implements CurrentTenantIdentifierResolver<UUID> {
    static final UUID NO_TENANT = new UUID(0, 0);
    static final UUID EVERY_TENANT = new UUID(-1, -1);

    private static final ThreadLocal<UUID> CURRENT = new ThreadLocal<>();

    /** Returns what was set before: a transaction inside another gives the outer one its tenant back. */
    static UUID swap(UUID tenant) {
        UUID before = CURRENT.get();
        if (tenant == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(tenant);
        }
        return before;
    }

    static UUID current() {
        UUID tenant = CURRENT.get();
        return tenant == null ? NO_TENANT : tenant;
    }

    @Override
    public UUID resolveCurrentTenantIdentifier() {
        return current();
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return true;
    }

    @Override
    public boolean isRoot(UUID tenant) {
        return EVERY_TENANT.equals(tenant);
    }
}
