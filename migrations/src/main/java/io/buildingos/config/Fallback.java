package io.buildingos.config;

import java.util.Map;
import java.util.Optional;

/** The value of a setting that nobody gave. */
@FunctionalInterface
interface Fallback {
    Fallback NONE = (values, environment) -> Optional.empty();

    Optional<String> value(Map<String, String> values, Environment environment);

    static Fallback of(String value) {
        return (values, environment) -> Optional.of(value);
    }

    static Fallback sameAs(String other) {
        return (values, environment) -> Optional.ofNullable(values.get(other));
    }

    static Fallback inDevelopment(String value, String elsewhere) {
        return (values, environment) -> Optional.of(environment.isDevelopment() ? value : elsewhere);
    }
}
