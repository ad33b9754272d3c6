package io.buildingos.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds the given values against the table of settings, and fills in the defaults. */
final class Checking {
    private final Map<String, String> given;
    private final Environment environment;
    private final boolean environmentKnown;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    Checking(Map<String, String> given) {
        this.given = given;
        Optional<Environment> named =
                Environment.named(given.getOrDefault("APP_ENV", "").strip());
        environmentKnown = named.isPresent();
        environment = named.orElse(Environment.DEVELOPMENT);
        Settings.ALL.forEach(this::check);
        Settings.ALL.forEach(this::demand);
        compareLives();
    }

    Environment environment() {
        return environment;
    }

    Map<String, String> values() {
        return values;
    }

    /** A setting whose value could not be found out isn't reported as missing as well. */
    List<Problem> problemsBesides(List<Problem> known) {
        Set<String> reported = known.stream().map(Problem::setting).collect(Collectors.toSet());
        List<String> order = Settings.ALL.stream().map(Setting::name).toList();
        return problems.stream()
                .filter(problem -> !reported.contains(problem.setting()))
                .sorted((one, other) -> Integer.compare(order.indexOf(one.setting()), order.indexOf(other.setting())))
                .toList();
    }

    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (environment.isDevelopment()) {
            return warnings;
        }
        if (!given.containsKey("MIGRATION_DATABASE_URL")) {
            warnings.add("MIGRATION_DATABASE_URL: isn't set, so the application's role owns its tables");
        }
        if ("none".equals(values.get("MAIL_PROVIDER"))) {
            warnings.add("MAIL_PROVIDER: is none, so no mail leaves");
        }
        return warnings;
    }

    private void check(Setting setting) {
        String value = given.get(setting.name());
        if (value == null) {
            setting.fallback().value(values, environment).ifPresent(other -> values.put(setting.name(), other));
            return;
        }
        String bare = value.strip();
        if (setting.secret() && !bare.equals(value)) {
            problems.add(new Problem(setting.name(), "must not begin or end with white space"));
            return;
        }
        if (bare.chars().anyMatch(Character::isISOControl)) {
            problems.add(new Problem(setting.name(), "must not hold control characters"));
            return;
        }
        try {
            values.put(setting.name(), setting.rule().accept(bare, environment));
        } catch (Refusal refusal) {
            refusal.reasons().forEach(reason -> problems.add(new Problem(setting.name(), inContext(reason))));
        }
    }

    /** Without a known environment the mildest rules are applied, and must not name one. */
    private String inContext(String reason) {
        return environmentKnown ? reason : reason.replace(" in " + Environment.DEVELOPMENT, "");
    }

    private void demand(Setting setting) {
        if (!given.containsKey(setting.name()) && !values.containsKey(setting.name())) {
            setting.requirement().reason(values).ifPresent(reason -> problems.add(new Problem(setting.name(), reason)));
        }
    }

    /** A session that ends before its access token does would be used, and over, at the same time. */
    private void compareLives() {
        String access = values.get("JWT_EXPIRES_IN");
        for (String name : new String[] {"REFRESH_EXPIRES_IN", "SESSION_IDLE_EXPIRES_IN"}) {
            String session = values.get(name);
            if (access != null
                    && session != null
                    && Durations.parse(session)
                                    .orElseThrow()
                                    .compareTo(Durations.parse(access).orElseThrow())
                            <= 0) {
                problems.add(new Problem(name, "must be longer than JWT_EXPIRES_IN"));
            }
        }
    }
}
