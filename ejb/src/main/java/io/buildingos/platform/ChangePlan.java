package io.buildingos.platform;

import io.buildingos.tenancy.Plan;
import jakarta.validation.constraints.NotNull;

/** Another plan for a tenant. */
public record ChangePlan(@NotNull Plan plan) {}
