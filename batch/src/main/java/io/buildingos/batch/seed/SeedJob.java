package io.buildingos.batch.seed;

import io.buildingos.batch.jobs.JobDefinition;
import io.buildingos.batch.jobs.JobParameter;
import io.buildingos.platform.SeedParameters;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the job takes. */
public final class SeedJob {
    public static final String NAME = "seed";

    public static final JobDefinition DEFINITION = new JobDefinition(
            NAME,
            "Writes demonstration data: tenants with users of every role, buildings, units, people and occupancies.",
            List.of(
                    JobParameter.choice(
                            "profile", null, "for whom; the environment's own if not given", "development", "staging"),
                    JobParameter.number("tenants", 2, "companies, Tenant A, Tenant B and so on", 1, 200),
                    JobParameter.number("buildings", 3, "buildings of each tenant", 1, 900),
                    JobParameter.number("units", 12, "units of each building", 1, 10_000),
                    JobParameter.number("months", 6, "how far back the history goes", 1, 120),
                    JobParameter.number(
                            "seed", 1, "the same figure gives the same data", Long.MIN_VALUE, Long.MAX_VALUE)));

    private SeedJob() {}

    /** @param resolved by the definition, so that only the profile can be missing */
    public static SeedParameters parameters(Map<String, String> resolved, SeedParameters.Profile usual) {
        String profile = resolved.get("profile");
        return new SeedParameters(
                profile == null ? usual : SeedParameters.Profile.valueOf(profile.toUpperCase(Locale.ROOT)),
                Integer.parseInt(resolved.get("tenants")),
                Integer.parseInt(resolved.get("buildings")),
                Integer.parseInt(resolved.get("units")),
                Integer.parseInt(resolved.get("months")),
                Long.parseLong(resolved.get("seed")));
    }
}
