package io.buildingos.batch.jobs;

import java.util.List;
import java.util.Optional;

/**
 * One typed parameter of a job.
 *
 * @param defaultValue null: decided where the job runs, as the description says
 * @param choices the only values of a CHOICE, else empty
 * @param min smallest whole number, for NUMBER
 * @param max largest whole number, for NUMBER
 */
public record JobParameter(
        String name, Type type, String defaultValue, String description, List<String> choices, Long min, Long max) {
    /** How a value reads. */
    public enum Type {
        CHOICE,
        NUMBER
    }

    public static JobParameter choice(String name, String defaultValue, String description, String... choices) {
        return new JobParameter(name, Type.CHOICE, defaultValue, description, List.of(choices), null, null);
    }

    public static JobParameter number(String name, long defaultValue, String description, long min, long max) {
        return new JobParameter(name, Type.NUMBER, Long.toString(defaultValue), description, List.of(), min, max);
    }

    /** What is wrong with the value, if anything. */
    Optional<String> problem(String value) {
        if (type == Type.CHOICE) {
            return choices.contains(value)
                    ? Optional.empty()
                    : Optional.of("must be one of " + String.join(", ", choices));
        }
        try {
            long number = Long.parseLong(value);
            return number < min || number > max ? outOfRange() : Optional.empty();
        } catch (NumberFormatException notOne) {
            return outOfRange();
        }
    }

    private Optional<String> outOfRange() {
        return Optional.of("must be a whole number between %d and %d".formatted(min, max));
    }
}
