package io.buildingos.migration.lint;

/** One place in one file that breaks a rule. */
public record Finding(String file, int line, LintRule rule) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + rule.label() + ": " + rule.advice();
    }
}
