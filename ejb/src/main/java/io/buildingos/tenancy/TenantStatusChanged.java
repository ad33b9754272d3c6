package io.buildingos.tenancy;

import java.util.UUID;

/** What may be done in the tenant has changed: whoever remembers it forgets it, once the change is committed. */
public record TenantStatusChanged(UUID tenantId) {}
