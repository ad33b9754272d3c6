package io.buildingos.config;

import java.util.List;
import java.util.stream.Collectors;

/** Every problem of a configuration at once; its message is what operators read. */
public final class InvalidConfiguration extends RuntimeException {
    private final transient List<Problem> problems;

    InvalidConfiguration(List<Problem> problems) {
        super(problems.stream()
                .map(problem -> "  - " + problem)
                .collect(Collectors.joining("\n", "Configuration validation failed:\n", "")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
