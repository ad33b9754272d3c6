package io.buildingos.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of this installation, every one of them checked: there is no invalid object of this class. */
public final class Configuration {
    static final String MASK = "********";

    private final Environment environment;
    private final Map<String, String> values;
    private final List<String> warnings;

    private Configuration(Environment environment, Map<String, String> values, List<String> warnings) {
        this.environment = environment;
        this.values = Collections.unmodifiableMap(values);
        this.warnings = List.copyOf(warnings);
    }

    /** From these variables and the {@code .env} file they name, or else the one in the working folder. */
    public static Configuration load(Map<String, String> variables) {
        return load(variables, Path.of(""));
    }

    /**
     * From these variables and a {@code .env} file.
     *
     * @param folder where the {@code .env} file is looked for
     * @throws InvalidConfiguration with every problem, not only the first
     */
    public static Configuration load(Map<String, String> variables, Path folder) {
        Sources sources = new Sources(variables, folder);
        Checking checking = new Checking(sources.given());
        List<Problem> problems = new ArrayList<>(sources.problems());
        problems.addAll(checking.problemsBesides(sources.problems()));
        if (!problems.isEmpty()) {
            throw new InvalidConfiguration(problems);
        }
        List<String> warnings = new ArrayList<>(sources.warnings());
        warnings.addAll(checking.warnings());
        return new Configuration(checking.environment(), checking.values(), warnings);
    }

    public Environment environment() {
        return environment;
    }

    /** Every setting that has a value, given or by default, secrets included. */
    public Map<String, String> values() {
        return values;
    }

    /** Empty if the setting is optional, has no default and nobody gave it. */
    public Optional<String> optional(String name) {
        if (!Settings.BY_NAME.containsKey(name)) {
            throw new IllegalArgumentException("There is no setting " + name);
        }
        return Optional.ofNullable(values.get(name));
    }

    public String value(String name) {
        return optional(name).orElseThrow(() -> new IllegalStateException(name + " is not set"));
    }

    public long number(String name) {
        return Long.parseLong(value(name));
    }

    public boolean isOn(String name) {
        return Boolean.parseBoolean(value(name));
    }

    public Duration duration(String name) {
        return Durations.parse(value(name)).orElseThrow();
    }

    /** The entries of a comma-separated setting; none if it isn't set. */
    public List<String> list(String name) {
        return optional(name).map(value -> List.of(value.split(","))).orElse(List.of());
    }

    /** As the application's role. */
    public Database database() {
        return databaseAt("DATABASE_URL");
    }

    /** As the role that owns the tables; the application's own if no other was given. */
    public Database migrationDatabase() {
        return databaseAt("MIGRATION_DATABASE_URL");
    }

    /** As the role that may create databases beside ours. */
    public Database drillDatabase() {
        return databaseAt("BACKUP_DRILL_DATABASE_URL");
    }

    /** What is legal, and yet probably not meant. */
    public List<String> warnings() {
        return warnings;
    }

    /** One line a setting, without secrets. */
    public String maskedSummary() {
        StringBuilder summary = new StringBuilder("Configuration (" + environment + ")");
        for (Setting setting : Settings.ALL) {
            summary.append("\n  ").append(setting.name()).append(" = ").append(shown(setting));
        }
        return summary.toString();
    }

    @Override
    public String toString() {
        return maskedSummary();
    }

    private String shown(Setting setting) {
        if (!values.containsKey(setting.name())) {
            return "(not set)";
        }
        if (setting.rule() == DatabaseUrl.RULE) {
            return databaseAt(setting.name()).toString();
        }
        return setting.secret() ? MASK : values.get(setting.name());
    }

    private Database databaseAt(String name) {
        try {
            return DatabaseUrl.parse(value(name));
        } catch (Refusal impossible) {
            throw new IllegalStateException(name + " was valid before", impossible);
        }
    }
}
