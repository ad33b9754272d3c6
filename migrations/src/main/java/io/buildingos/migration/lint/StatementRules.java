package io.buildingos.migration.lint;

import java.nio.charset.StandardCharsets;

/** What a single statement does. */
final class StatementRules {
    private static final int LONGEST_NAME = 63;

    private final KnownSchema schema;
    private final Report report;
    private final AlterTableRules alterTable;
    private final ColumnRules columns;

    StatementRules(KnownSchema schema, Report report) {
        this.schema = schema;
        this.report = report;
        this.alterTable = new AlterTableRules(schema, report);
        this.columns = new ColumnRules(report);
    }

    void check(Statement statement) {
        checkNames(statement);
        if (statement.startsWith("ALTER TABLE")) {
            alterTable.check(statement);
            columns.check(statement);
        } else if (isCreateTable(statement)) {
            createTable(statement);
        } else if (statement.startsWith("DROP")) {
            checkDrop(statement);
        } else {
            checkIndex(statement);
            checkOthers(statement);
        }
    }

    static boolean isCreateTable(Statement statement) {
        int table = statement.indexOf("TABLE");
        return statement.startsWith("CREATE") && table > 0 && table <= 3;
    }

    /** The table whose rows a statement changes; empty if it changes none. */
    static String changedTable(Statement statement) {
        if (statement.startsWith("UPDATE")) {
            return statement.nameAt(1);
        }
        if (statement.startsWith("INSERT INTO") || statement.startsWith("DELETE FROM")) {
            return statement.nameAt(2);
        }
        return statement.startsWith("MERGE INTO") ? statement.nameAt(2) : "";
    }

    private void createTable(Statement statement) {
        String table = statement.nameAfter("TABLE");
        schema.tableMade(table);
        columns.check(statement);
        for (int index = 0; index < statement.tokens().size(); index++) {
            if (statement.matches(index, "CONSTRAINT")
                    && (statement.matches(index + 2, "REFERENCES") || statement.matches(index + 2, "FOREIGN KEY"))) {
                schema.foreignKeyMade(table, statement.nameAt(index + 1));
            }
        }
    }

    private void checkDrop(Statement statement) {
        int line = statement.line();
        report.addIf(
                statement.startsWith("DROP TABLE") && !schema.isNew(statement.nameAt(2)), LintRule.DROP_TABLE, line);
        report.addIf(statement.startsWith("DROP SCHEMA"), LintRule.DROP_SCHEMA, line);
        boolean index = statement.startsWith("DROP INDEX") && !schema.isNewIndex(statement.nameAt(2));
        report.addIf(index && !statement.has("CONCURRENTLY"), LintRule.INDEX_WITHOUT_CONCURRENTLY, line);
    }

    private void checkIndex(Statement statement) {
        int line = statement.line();
        if (statement.startsWith("CREATE INDEX") || statement.startsWith("CREATE UNIQUE INDEX")) {
            String table = statement.nameAfter("ON");
            schema.indexMade(statement.nameAfter("INDEX"));
            report.addIf(
                    !schema.isNew(table) && !statement.has("CONCURRENTLY"), LintRule.INDEX_WITHOUT_CONCURRENTLY, line);
        }
        report.addIf(
                statement.startsWith("REINDEX") && !statement.has("CONCURRENTLY"),
                LintRule.INDEX_WITHOUT_CONCURRENTLY,
                line);
    }

    private void checkOthers(Statement statement) {
        int line = statement.line();
        boolean truncate = statement.startsWith("TRUNCATE");
        report.addIf(
                truncate && !schema.isNew(statement.nameAt(statement.matches(1, "TABLE") ? 2 : 1)),
                LintRule.TRUNCATE,
                line);
        boolean reordered = statement.has("BEFORE") || statement.has("AFTER") || statement.has("RENAME VALUE");
        report.addIf(statement.startsWith("ALTER TYPE") && reordered, LintRule.ENUM_ORDER, line);
    }

    private void checkNames(Statement statement) {
        for (Token token : statement.tokens()) {
            boolean tooLong = token.isName() && token.text().getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME;
            report.addIf(tooLong, LintRule.LONG_IDENTIFIER, token.line());
        }
    }
}
