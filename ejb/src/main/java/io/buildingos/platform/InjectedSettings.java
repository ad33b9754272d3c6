package io.buildingos.platform;

import io.buildingos.config.Configuration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** The checked settings for whoever needs them as a whole, without a way back from a feature to the platform. */
@ApplicationScoped
class InjectedSettings {
    @Produces
    Configuration configuration() {
        return Installation.configuration();
    }
}
