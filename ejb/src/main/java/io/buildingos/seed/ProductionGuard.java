package io.buildingos.seed;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps invented data out of real databases. An environment that doesn't say what it is counts as production. */
@ApplicationScoped
public class ProductionGuard {
    @Inject
    @ConfigProperty(name = "APP_ENV", defaultValue = "production")
    private String environment;

    public boolean isProduction() {
        return !environment.equals("development") && !environment.equals("staging");
    }

    public SeedParameters.Profile usualProfile() {
        return environment.equals("development") ? SeedParameters.Profile.DEVELOPMENT : SeedParameters.Profile.STAGING;
    }

    /** The development profile's password is published, so it stays where nobody else comes. */
    public void requireSeedable(SeedParameters.Profile profile) {
        if (isProduction()) {
            throw Refusal.of(ErrorCode.SEED_REFUSED);
        }
        if (profile == SeedParameters.Profile.DEVELOPMENT && !environment.equals("development")) {
            throw Refusal.invalid("parameters.profile", "development is for APP_ENV=development only");
        }
    }
}
