package io.buildingos.batch.seed;

import io.buildingos.batch.jobs.Job;
import io.buildingos.batch.jobs.JobDefinition;
import io.buildingos.batch.jobs.JobParameter;
import io.buildingos.batch.jobs.Parameters;
import io.buildingos.seed.ProductionGuard;
import io.buildingos.seed.SeedParameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** Demonstration data; nowhere near production. */
@ApplicationScoped
class SeedJob implements Job {
    static final JobDefinition DEFINITION = JobDefinition.of(
            "seed",
            "Writes demonstration data: tenants with users of every role, buildings, units and people, and what happened there in"
                    + " the last months: documents, charges, payments, tickets, orders, announcements.",
            JobParameter.choice(
                    "profile", null, "for whom; the environment's own if not given", "development", "staging"),
            JobParameter.number("tenants", 2, "companies, Tenant A, Tenant B and so on", 1, 200),
            JobParameter.number("buildings", 3, "buildings of each tenant", 1, 900),
            JobParameter.number("units", 12, "units of each building", 1, 10_000),
            JobParameter.number("months", 6, "how far back the history goes; 0: units and people only", 0, 120),
            JobParameter.number("seed", 1, "the same figure gives the same data", Long.MIN_VALUE, Long.MAX_VALUE));

    @Inject
    private ProductionGuard productionGuard;

    @Override
    public JobDefinition definition() {
        return DEFINITION;
    }

    @Override
    public void check(Parameters parameters) {
        productionGuard.requireSeedable(
                parameters(parameters, productionGuard.usualProfile()).profile());
    }

    static SeedParameters parameters(Parameters given, SeedParameters.Profile usual) {
        return new SeedParameters(
                given.given("profile")
                        .map(profile -> SeedParameters.Profile.valueOf(profile.toUpperCase(Locale.ROOT)))
                        .orElse(usual),
                given.integer("tenants"),
                given.integer("buildings"),
                given.integer("units"),
                given.integer("months"),
                given.number("seed"));
    }
}
