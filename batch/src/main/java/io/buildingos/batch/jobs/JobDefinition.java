package io.buildingos.batch.jobs;

import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.Refusal.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A job as those who launch it see it. Its name is that of its XML.
 *
 * @param overlaps several may run at once; usually the second launch is refused until the first has ended
 * @param launchable people may launch it; false for what only its schedule starts
 * @param schedule when it starts by itself unless configured otherwise; null: not at all
 */
public record JobDefinition(
        String name,
        String description,
        List<JobParameter> parameters,
        boolean overlaps,
        boolean launchable,
        DefaultSchedule schedule) {
    public JobDefinition {
        parameters = List.copyOf(parameters);
    }

    /** One that doesn't overlap with itself, that people may launch, and that has no schedule. */
    public static JobDefinition of(String name, String description, JobParameter... parameters) {
        return new JobDefinition(name, description, List.of(parameters), false, true, null);
    }

    public JobDefinition mayOverlap() {
        return new JobDefinition(name, description, parameters, true, launchable, schedule);
    }

    public JobDefinition onlyScheduled() {
        return new JobDefinition(name, description, parameters, overlaps, false, schedule);
    }

    /**
     * @param cron five fields, or six with the seconds first
     * @param zone an IANA name
     */
    public JobDefinition scheduled(String cron, String zone) {
        return new JobDefinition(name, description, parameters, overlaps, launchable, new DefaultSchedule(cron, zone));
    }

    /**
     * What was given, completed by the defaults.
     *
     * @param given empty values count as not given
     * @throws Refusal with every broken parameter, not only the first
     */
    public Parameters resolve(Map<String, String> given) {
        List<Violation> violations = new ArrayList<>();
        Map<String, String> unknown = new TreeMap<>(given);
        Map<String, String> resolved = new TreeMap<>();
        for (JobParameter parameter : parameters) {
            String value = unknown.remove(parameter.name());
            if (value == null || value.isEmpty()) {
                value = parameter.defaultValue();
            }
            if (value != null) {
                parameter.problem(value).ifPresent(problem -> violations.add(violation(parameter.name(), problem)));
                resolved.put(parameter.name(), value);
            } else if (parameter.required()) {
                violations.add(violation(parameter.name(), "is required"));
            }
        }
        unknown.keySet().forEach(name -> violations.add(violation(name, "is not a parameter")));
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return new Parameters(resolved);
    }

    /**
     * What a restart runs with: as before, but for what may change.
     *
     * @param before as the execution before ran
     * @param given only what shall differ
     */
    public Parameters resolveRestart(Map<String, String> before, Map<String, String> given) {
        Map<String, String> together = new TreeMap<>(before);
        together.putAll(given);
        Parameters resolved = resolve(together);
        List<Violation> violations = parameters.stream()
                .filter(parameter -> !parameter.changeable() && given.containsKey(parameter.name()))
                .filter(parameter ->
                        !resolved.given(parameter.name()).equals(Optional.ofNullable(before.get(parameter.name()))))
                .map(parameter ->
                        violation(parameter.name(), "can't change at a restart: what is done so far rests on it"))
                .toList();
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return resolved;
    }

    private static Violation violation(String parameter, String problem) {
        return new Violation("parameters." + parameter, problem);
    }

    /** When it starts by itself, until somebody says otherwise. */
    public record DefaultSchedule(String cron, String zone) {}
}
