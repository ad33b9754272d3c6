package io.buildingos.migration.lint;

import java.util.List;
import java.util.Set;

/** Types of the columns that a statement makes. */
final class ColumnRules {
    private static final Set<String> NOT_COLUMNS =
            Set.of("CONSTRAINT", "CHECK", "UNIQUE", "PRIMARY", "FOREIGN", "EXCLUDE", "LIKE");
    private static final Set<String> SERIALS = Set.of("SERIAL", "BIGSERIAL", "SMALLSERIAL", "SERIAL4", "SERIAL8");
    private static final Set<String> SMALL_INTEGERS = Set.of("INT", "INTEGER", "INT4", "SMALLINT", "INT2");

    /** Of things that are counted without end. */
    private static final String GROWS = "id|.*_id|version|position|.*_minor|.*_bytes";

    private final Report report;

    ColumnRules(Report report) {
        this.report = report;
    }

    void check(Statement statement) {
        if (statement.startsWith("ALTER TABLE")) {
            int added = statement.indexOf("ADD COLUMN");
            for (Statement part : added < 0 ? List.<Statement>of() : statement.partsFrom(added)) {
                if (part.startsWith("ADD COLUMN")) {
                    checkColumn(part.from(part.matches(2, "IF NOT EXISTS") ? 5 : 2));
                }
            }
            return;
        }
        int parenthesis = statement.indexOf("(");
        if (parenthesis >= 0) {
            statement.partsFrom(parenthesis + 1).forEach(this::checkColumn);
        }
    }

    private void checkColumn(Statement column) {
        if (column.tokens().size() < 2
                || NOT_COLUMNS.contains(column.tokens().get(0).text())) {
            return;
        }
        String name = column.tokens().get(0).name();
        String type = column.tokens().get(1).text();
        int line = column.line();
        boolean varying = column.matches(2, "VARYING");
        report.addIf(
                (type.equals("CHAR") || type.equals("CHARACTER") || type.equals("BPCHAR")) && !varying,
                LintRule.CHAR_TYPE,
                line);
        report.addIf(SERIALS.contains(type), LintRule.SERIAL_TYPE, line);
        report.addIf(SMALL_INTEGERS.contains(type) && name.matches(GROWS), LintRule.SMALL_INTEGER_KEY, line);
        report.addIf(type.equals("TIMESTAMP") && !column.has("WITH TIME ZONE"), LintRule.TIMESTAMP_WITHOUT_ZONE, line);
        report.addIf(type.equals("JSON"), LintRule.JSON_TYPE, line);
    }
}
