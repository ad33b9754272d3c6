package io.buildingos.config;

/** One row of the table of settings. */
record Setting(String name, boolean secret, Rule rule, Requirement requirement, Fallback fallback, String description) {

    static Setting plain(String name, Rule rule, String description) {
        return new Setting(name, false, rule, Requirement.NEVER, Fallback.NONE, description);
    }

    static Setting secret(String name, Rule rule, String description) {
        return new Setting(name, true, rule, Requirement.NEVER, Fallback.NONE, description);
    }

    Setting required() {
        return required(Requirement.ALWAYS);
    }

    Setting required(Requirement when) {
        return new Setting(name, secret, rule, when, fallback, description);
    }

    Setting otherwise(String value) {
        return otherwise(Fallback.of(value));
    }

    Setting otherwise(Fallback value) {
        return new Setting(name, secret, rule, requirement, value, description);
    }
}
