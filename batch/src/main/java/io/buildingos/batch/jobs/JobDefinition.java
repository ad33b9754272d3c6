package io.buildingos.batch.jobs;

import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.Refusal.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A job as those who launch it see it. Its name is that of its XML. */
public record JobDefinition(String name, String description, List<JobParameter> parameters) {
    public JobDefinition {
        parameters = List.copyOf(parameters);
    }

    /**
     * What was given, completed by the defaults.
     *
     * @param given empty values count as not given
     * @throws Refusal with every broken parameter, not only the first
     */
    public Map<String, String> resolve(Map<String, String> given) {
        List<Violation> violations = new ArrayList<>();
        Map<String, String> unknown = new TreeMap<>(given);
        Map<String, String> resolved = new TreeMap<>();
        for (JobParameter parameter : parameters) {
            String value = unknown.remove(parameter.name());
            if (value == null || value.isEmpty()) {
                value = parameter.defaultValue();
            }
            if (value != null) {
                parameter
                        .problem(value)
                        .ifPresent(problem -> violations.add(new Violation("parameters." + parameter.name(), problem)));
                resolved.put(parameter.name(), value);
            }
        }
        unknown.keySet().forEach(name -> violations.add(new Violation("parameters." + name, "is not a parameter")));
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return resolved;
    }
}
