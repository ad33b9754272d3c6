package io.buildingos.tenancy;

import java.time.Instant;
import java.util.UUID;

/** Told in its transaction: a trial will soon be over. */
public record TrialEnding(UUID tenantId, UUID subscriptionId, Plan plan, Instant endsAt) {}
