package io.buildingos.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where an installation runs; the later ones are stricter. */
public enum Environment {
    DEVELOPMENT,
    STAGING,
    PRODUCTION;

    /** The value of APP_ENV. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isDevelopment() {
        return this == DEVELOPMENT;
    }

    public boolean isProduction() {
        return this == PRODUCTION;
    }

    static Optional<Environment> named(String label) {
        return Arrays.stream(values())
                .filter(environment -> environment.label().equals(label))
                .findFirst();
    }

    static String labels() {
        return Arrays.stream(values()).map(Environment::label).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return label();
    }
}
