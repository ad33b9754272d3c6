package io.buildingos.migration.lint;

import java.util.ArrayList;
import java.util.List;

/** Collects the findings of one file. */
final class Report {
    private final String file;
    private final List<Finding> findings = new ArrayList<>();

    Report(String file) {
        this.file = file;
    }

    void add(LintRule rule, int line) {
        findings.add(new Finding(file, line, rule));
    }

    void addIf(boolean broken, LintRule rule, int line) {
        if (broken) {
            add(rule, line);
        }
    }

    List<Finding> findings() {
        return findings;
    }
}
