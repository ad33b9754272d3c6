package io.buildingos.migration.lint;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What holds for a file as a whole. */
final class FileRules {
    private static final Pattern VERSIONED = Pattern.compile("V\\d{12}__[a-z][a-z0-9]*(_[a-z0-9]+)+\\.sql");
    private static final Pattern REPEATABLE = Pattern.compile("R__[a-z][a-z0-9]*(_[a-z0-9]+)*\\.sql");
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|min|h)?");
    private static final long LONGEST_WAIT_MILLIS = 1_000;

    private final String file;
    private final boolean inTransaction;
    private final Report report;

    FileRules(String file, boolean inTransaction, Report report) {
        this.file = file;
        this.inTransaction = inTransaction;
        this.report = report;
    }

    void check(List<Statement> statements, KnownSchema schema) {
        boolean repeatable = file.startsWith("R");
        boolean named =
                VERSIONED.matcher(file).matches() || REPEATABLE.matcher(file).matches();
        report.addIf(!named, LintRule.FILE_NAME, 1);
        report.addIf(!isSet(statements, "LOCK_TIMEOUT", LONGEST_WAIT_MILLIS), LintRule.MISSING_LOCK_TIMEOUT, 1);
        report.addIf(!isSet(statements, "STATEMENT_TIMEOUT", Long.MAX_VALUE), LintRule.MISSING_STATEMENT_TIMEOUT, 1);
        boolean structure = statements.stream().anyMatch(FileRules::isStructure);
        for (Statement statement : statements) {
            report.addIf(isTransaction(statement), LintRule.NESTED_TRANSACTION, statement.line());
            report.addIf(
                    inTransaction && statement.has("CONCURRENTLY"),
                    LintRule.CONCURRENTLY_IN_TRANSACTION,
                    statement.line());
            report.addIf(
                    repeatable && !belongsIntoRepeatable(statement), LintRule.REPEATABLE_STRUCTURE, statement.line());
            String changed = StatementRules.changedTable(statement);
            report.addIf(
                    structure && !changed.isEmpty() && !schema.isNew(changed),
                    LintRule.BACKFILL_WITH_STRUCTURE,
                    statement.line());
        }
    }

    /** Among the first statements, before anything that could wait or take long. */
    private boolean isSet(List<Statement> statements, String setting, long most) {
        for (Statement statement : statements) {
            if (!statement.startsWith("SET")) {
                return false;
            }
            int name = statement.matches(1, "LOCAL") ? 2 : 1;
            if ((name == 2) == inTransaction && statement.matches(name, setting)) {
                String value =
                        statement.tokens().get(statement.tokens().size() - 1).text();
                return millis(value) > 0 && millis(value) <= most;
            }
        }
        return false;
    }

    private static long millis(String value) {
        Matcher time = TIME.matcher(value.replace(" ", ""));
        if (!time.matches()) {
            return -1;
        }
        String unit = time.group(2) == null ? "ms" : time.group(2);
        long factor = switch (unit) {
            case "s" -> 1_000;
            case "min" -> 60_000;
            case "h" -> 3_600_000;
            default -> 1;
        };
        return Long.parseLong(time.group(1)) * factor;
    }

    private static boolean isTransaction(Statement statement) {
        String first = statement.tokens().get(0).text();
        return switch (first) {
            case "BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "ABORT", "END" -> true;
            default -> statement.startsWith("START TRANSACTION");
        };
    }

    private static boolean isStructure(Statement statement) {
        boolean view = statement.has("VIEW") || statement.has("FUNCTION");
        return statement.startsWith("ALTER")
                || statement.startsWith("DROP")
                || (statement.startsWith("CREATE") && !view);
    }

    private static boolean belongsIntoRepeatable(Statement statement) {
        boolean replaces = statement.startsWith("CREATE OR REPLACE");
        boolean drops = statement.startsWith("DROP VIEW") || statement.startsWith("DROP FUNCTION");
        boolean view = statement.startsWith("CREATE VIEW") || statement.startsWith("CREATE FUNCTION");
        return replaces || drops || view || statement.startsWith("SET") || statement.startsWith("COMMENT");
    }
}
