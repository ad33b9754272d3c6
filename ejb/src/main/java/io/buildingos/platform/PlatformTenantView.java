package io.buildingos.platform;

import io.buildingos.kernel.Tagged;
import io.buildingos.tenancy.Plan;
import io.buildingos.tenancy.Subscription;
import io.buildingos.tenancy.Tenant;
import java.time.Instant;
import java.util.UUID;

/**
 * A tenant as the platform sees it.
 *
 * @param plan as subscribed
 */
public record PlatformTenantView(
        UUID id,
        long version,
        String name,
        String slug,
        Tenant.Type type,
        Tenant.Status status,
        String currency,
        String locale,
        String timeZone,
        Plan plan,
        Subscription.Status subscriptionStatus,
        Instant createdAt)
        implements Tagged {
    /** What a merge patch is applied to. */
    public RenameTenant description() {
        return new RenameTenant(name);
    }
}
