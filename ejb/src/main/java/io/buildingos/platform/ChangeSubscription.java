package io.buildingos.platform;

import io.buildingos.tenancy.Subscription;
import jakarta.validation.constraints.NotNull;

/** Where a tenant's payment stands from now on. */
public record ChangeSubscription(@NotNull Subscription.Status status) {}
