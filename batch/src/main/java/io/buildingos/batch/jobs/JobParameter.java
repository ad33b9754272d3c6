package io.buildingos.batch.jobs;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One typed parameter of a job.
 *
 * @param required must be given; else what has no default is decided where the job runs, as the description says
 * @param choices the only values of a CHOICE, else empty
 * @param min smallest whole number, for NUMBER
 * @param max largest whole number, for NUMBER; longest text, for TEXT
 * @param changeable may differ when a failed or stopped execution is restarted: nothing done so far rests on it
 */
public record JobParameter(
        String name,
        Type type,
        boolean required,
        String defaultValue,
        String description,
        List<String> choices,
        Long min,
        Long max,
        boolean changeable) {
    private static final long LONGEST_TEXT = 1_000;
    private static final int LAST_YEAR = 9999;

    /** How a value reads. */
    public enum Type {
        TEXT,
        CHOICE,
        NUMBER,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** {@code YYYY-MM-DD}. */
        DATE
    }

    public JobParameter {
        choices = List.copyOf(choices);
    }

    /** @param defaultValue null: none */
    public static JobParameter text(String name, String defaultValue, String description) {
        return of(name, Type.TEXT, defaultValue, description, List.of(), null, LONGEST_TEXT);
    }

    /** @param defaultValue null: none */
    public static JobParameter choice(String name, String defaultValue, String description, String... choices) {
        return of(name, Type.CHOICE, defaultValue, description, List.of(choices), null, null);
    }

    public static JobParameter number(String name, long defaultValue, String description, long min, long max) {
        return of(name, Type.NUMBER, Long.toString(defaultValue), description, List.of(), min, max);
    }

    public static JobParameter flag(String name, boolean defaultValue, String description) {
        return of(name, Type.BOOLEAN, Boolean.toString(defaultValue), description, List.of(), null, null);
    }

    /** Without a default: a fixed day would be the wrong one tomorrow. */
    public static JobParameter date(String name, String description) {
        return of(name, Type.DATE, null, description, List.of(), null, null);
    }

    public JobParameter mustBeGiven() {
        return new JobParameter(name, type, true, null, description, choices, min, max, changeable);
    }

    public JobParameter mayChangeAtRestart() {
        return new JobParameter(name, type, required, defaultValue, description, choices, min, max, true);
    }

    private static JobParameter of(
            String name, Type type, String defaultValue, String description, List<String> choices, Long min, Long max) {
        return new JobParameter(name, type, false, defaultValue, description, choices, min, max, false);
    }

    /** What is wrong with the value, if anything. */
    Optional<String> problem(String value) {
        return switch (type) {
            case TEXT ->
                problemUnless(
                        value.length() <= max && value.indexOf('\u0000') < 0,
                        "must be text of at most %d characters".formatted(max));
            case CHOICE -> problemUnless(choices.contains(value), "must be one of " + String.join(", ", choices));
            case NUMBER ->
                problemUnless(isInRange(value), "must be a whole number between %d and %d".formatted(min, max));
            case BOOLEAN -> problemUnless(value.equals("true") || value.equals("false"), "must be true or false");
            case DATE -> problemUnless(isDate(value), "must be a date, YYYY-MM-DD");
        };
    }

    private boolean isInRange(String value) {
        try {
            long number = Long.parseLong(value);
            return number >= min && number <= max;
        } catch (NumberFormatException notOne) {
            return false;
        }
    }

    private static boolean isDate(String value) {
        try {
            int year = LocalDate.parse(value).getYear();
            return year >= 1 && year <= LAST_YEAR;
        } catch (DateTimeException notOne) {
            return false;
        }
    }

    private static Optional<String> problemUnless(boolean right, String problem) {
        return right ? Optional.empty() : Optional.of(problem);
    }
}
