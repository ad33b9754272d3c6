package io.buildingos.batch.jobs;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** An execution's parameters, as its definition resolved them: what isn't there wasn't given and has no default. */
public record Parameters(Map<String, String> values) {
    public Parameters {
        values = Map.copyOf(values);
    }

    public Optional<String> given(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public String text(String name) {
        return given(name).orElseThrow(() -> new IllegalArgumentException(name + " has no value"));
    }

    public long number(String name) {
        return Long.parseLong(text(name));
    }

    public int integer(String name) {
        return Math.toIntExact(number(name));
    }

    public boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }

    public LocalDate date(String name) {
        return LocalDate.parse(text(name));
    }
}
