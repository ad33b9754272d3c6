package io.buildingos.platform;

import io.buildingos.config.Configuration;

/** The settings of this installation, read and checked once a deployment. */
public final class Installation {
    private static Configuration configuration;

    private Installation() {}

    /**
     * The checked settings.
     *
     * @throws io.buildingos.config.InvalidConfiguration with every problem
     */
    public static synchronized Configuration configuration() {
        if (configuration == null) {
            configuration = Configuration.load(System.getenv());
        }
        return configuration;
    }
}
