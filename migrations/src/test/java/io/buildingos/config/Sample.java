package io.buildingos.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Valid variables to start a test from, and what comes of changing them. */
final class Sample {
    static final String SIGNING_KEY = "k3Jx9Qm2Vt7Lw5Zr8Yc1Nf4Hb6Pd0SgAuEiOoTqWnRjXlKvMzBhGyDsFpCeUaItQ";

    private Sample() {}

    static Map<String, String> development() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("APP_ENV", "development");
        variables.put("DATABASE_URL", "postgresql://buildingos:hunter22@localhost:5432/buildingos");
        variables.put("JWT_SECRET", "dev-secret-do-not-use-in-prod-needs-32-chars-min");
        variables.put("S3_BUCKET", "buildingos-dev");
        variables.put("APP_BASE_URL", "http://localhost:3000");
        variables.put("WEB_ORIGIN", "http://localhost:3000");
        return variables;
    }

    static Map<String, String> production() {
        return in("production");
    }

    static Map<String, String> in(String environment) {
        Map<String, String> variables = development();
        variables.put("APP_ENV", environment);
        variables.put("DATABASE_URL", "postgresql://buildingos:hunter22@db.example.com:5432/buildingos");
        variables.put("JWT_SECRET", SIGNING_KEY);
        variables.put("APP_BASE_URL", "https://buildingos.example.com");
        variables.put("WEB_ORIGIN", "https://buildingos.example.com");
        return variables;
    }

    /** A value of {@code null} removes the variable. */
    static Map<String, String> with(Map<String, String> variables, String... namesAndValues) {
        Map<String, String> changed = new LinkedHashMap<>(variables);
        for (int index = 0; index < namesAndValues.length; index += 2) {
            if (namesAndValues[index + 1] == null) {
                changed.remove(namesAndValues[index]);
            } else {
                changed.put(namesAndValues[index], namesAndValues[index + 1]);
            }
        }
        return changed;
    }

    static Configuration load(Map<String, String> variables) {
        return Configuration.load(variables, Path.of("/nonexistent"));
    }

    static List<String> problems(Map<String, String> variables) {
        return problems(variables, Path.of("/nonexistent"));
    }

    static List<String> problems(Map<String, String> variables, Path folder) {
        try {
            Configuration.load(variables, folder);
            return List.of();
        } catch (InvalidConfiguration invalid) {
            return invalid.problems().stream().map(Problem::toString).toList();
        }
    }
}
