package io.buildingos.config;

import java.util.Map;
import java.util.Optional;

/** When a setting must be there, said in words if it must and isn't. */
@FunctionalInterface
interface Requirement {
    Requirement ALWAYS = values -> Optional.of("is required");
    Requirement NEVER = values -> Optional.empty();

    /** Why the setting is required beside these values, empty if it isn't. */
    Optional<String> reason(Map<String, String> values);

    static Requirement when(String other, String value) {
        return values -> value.equals(values.get(other))
                ? Optional.of("is required when " + other + " is " + value)
                : Optional.empty();
    }

    static Requirement unless(String other, String value) {
        return values -> values.get(other) == null || value.equals(values.get(other))
                ? Optional.empty()
                : Optional.of("is required when " + other + " is " + values.get(other));
    }

    static Requirement togetherWith(String other) {
        return values ->
                values.containsKey(other) ? Optional.of("is required together with " + other) : Optional.empty();
    }
}
