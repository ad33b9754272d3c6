package io.buildingos.tenancy;

import jakarta.validation.constraints.NotNull;

/** Another plan for a tenant. */
public record ChangePlan(@NotNull Plan plan) {}
