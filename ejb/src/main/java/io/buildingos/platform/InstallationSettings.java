package io.buildingos.platform;

import io.buildingos.config.Configuration;
import io.buildingos.config.InvalidConfiguration;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jboss.logging.Logger;

/**
 * The checked settings as MicroProfile Config sees them: with defaults, files and other names resolved. Stands above the
 * environment, where they come from, and below system properties. Made before anything is deployed, so that an invalid
 * configuration stops the deployment with the whole list of problems.
 */
public class InstallationSettings implements ConfigSource {
    private static final Logger LOG = Logger.getLogger(InstallationSettings.class);
    private static final int ABOVE_ENVIRONMENT = 350;

    private final Configuration configuration;

    public InstallationSettings() {
        try {
            configuration = Installation.configuration();
        } catch (InvalidConfiguration invalid) {
            LOG.error(invalid.getMessage());
            throw invalid;
        }
    }

    @Override
    public Map<String, String> getProperties() {
        return configuration.values();
    }

    @Override
    public Set<String> getPropertyNames() {
        return configuration.values().keySet();
    }

    @Override
    public String getValue(String name) {
        return configuration.values().get(name);
    }

    @Override
    public String getName() {
        return "BuildingOS settings";
    }

    @Override
    public int getOrdinal() {
        return ABOVE_ENVIRONMENT;
    }
}
