package io.buildingos.tenancy;

import io.buildingos.kernel.Tagged;
import java.time.Instant;
import java.util.UUID;

/** A tenant as its administrators see it. */
public record TenantView(
        UUID id,
        long version,
        String name,
        String slug,
        Tenant.Type type,
        Tenant.Status status,
        String currency,
        String locale,
        String timeZone,
        Branding branding,
        Instant createdAt)
        implements Tagged {
    static TenantView of(Tenant tenant) {
        return new TenantView(
                tenant.id(),
                tenant.version(),
                tenant.name(),
                tenant.slug(),
                tenant.type(),
                tenant.status(),
                tenant.currency(),
                tenant.locale(),
                tenant.timeZone().getId(),
                tenant.branding(),
                tenant.createdAt());
    }

    /** What a merge patch is applied to. */
    public DescribeTenant description() {
        return new DescribeTenant(name, currency, locale, timeZone, branding);
    }
}
