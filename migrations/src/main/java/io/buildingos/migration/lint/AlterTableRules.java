package io.buildingos.migration.lint;

import java.util.Set;

/** ALTER TABLE: dangerous on a table that is in use, harmless on one that this file made. */
final class AlterTableRules {
    /** Evaluated once for the whole table, or not at all. */
    private static final Set<String> STABLE_FUNCTIONS =
            Set.of("NOW", "CURRENT_SETTING", "TRANSACTION_TIMESTAMP", "STATEMENT_TIMESTAMP", "NULLIF", "COALESCE");

    private final KnownSchema schema;
    private final Report report;

    AlterTableRules(KnownSchema schema, Report report) {
        this.schema = schema;
        this.report = report;
    }

    void check(Statement statement) {
        String table = statement.nameAfter("TABLE");
        int action = 0;
        while (action < statement.tokens().size() && !isName(statement.tokens().get(action), table, action)) {
            action++;
        }
        for (Statement part :
                statement.partsFrom(Math.min(action + 1, statement.tokens().size()))) {
            checkAction(table, part);
        }
    }

    private static boolean isName(Token token, String table, int index) {
        return index > 1 && token.isName() && token.name().equals(table);
    }

    private void checkAction(String table, Statement action) {
        remember(table, action);
        if (schema.isNew(table)) {
            return;
        }
        int line = action.line();
        report.addIf(action.startsWith("RENAME TO") || action.startsWith("SET SCHEMA"), LintRule.RENAME_TABLE, line);
        report.addIf(isColumnRenamed(action), LintRule.RENAME_COLUMN, line);
        if (action.startsWith("DROP")) {
            checkDrop(table, action);
        } else if (action.startsWith("ALTER")) {
            checkColumn(table, action);
        } else if (action.startsWith("ADD") && isConstraint(action.from(1))) {
            checkConstraint(action, line);
        } else if (action.startsWith("ADD")) {
            checkNewColumn(action);
        } else if (action.startsWith("VALIDATE CONSTRAINT")) {
            report.addIf(
                    schema.wasAddedHere(table, action.nameAfter("VALIDATE CONSTRAINT")),
                    LintRule.VALIDATED_AT_ONCE,
                    line);
        }
    }

    private void remember(String table, Statement action) {
        if (action.startsWith("VALIDATE CONSTRAINT")) {
            schema.validated(table, action.nameAfter("VALIDATE CONSTRAINT"));
        }
        if (!action.startsWith("ADD CONSTRAINT")) {
            return;
        }
        String constraint = action.nameAfter("CONSTRAINT");
        if (action.has("FOREIGN KEY")) {
            schema.foreignKeyMade(table, constraint);
        }
        if (action.has("NOT VALID")) {
            schema.addedNotValid(table, constraint);
        }
        int check = action.indexOf("CHECK (");
        if (check >= 0 && action.matches(check + 3, "IS NOT NULL )")) {
            schema.notNullCheckAdded(table, constraint, action.nameAt(check + 2));
        }
    }

    private static boolean isColumnRenamed(Statement action) {
        return action.startsWith("RENAME")
                && !action.startsWith("RENAME TO")
                && !action.startsWith("RENAME CONSTRAINT");
    }

    private void checkDrop(String table, Statement action) {
        if (action.startsWith("DROP CONSTRAINT")) {
            report.addIf(
                    schema.isForeignKey(table, action.nameAfter("CONSTRAINT")),
                    LintRule.DROP_FOREIGN_KEY,
                    action.line());
            return;
        }
        report.add(LintRule.DROP_COLUMN, action.line());
    }

    private void checkColumn(String table, Statement action) {
        String column = action.nameAt(action.matches(1, "COLUMN") ? 2 : 1);
        report.addIf(action.has("DROP NOT NULL"), LintRule.DROP_NOT_NULL, action.line());
        report.addIf(
                action.has("SET NOT NULL") && !schema.isProvenNotNull(table, column),
                LintRule.NOT_NULL_UNVALIDATED,
                action.line());
        int afterName = action.matches(1, "COLUMN") ? 3 : 2;
        report.addIf(
                action.matches(afterName, "TYPE") || action.matches(afterName, "SET DATA TYPE"),
                LintRule.CHANGE_TYPE,
                action.line());
    }

    private static boolean isConstraint(Statement added) {
        return added.startsWith("CONSTRAINT")
                || added.startsWith("CHECK")
                || added.startsWith("UNIQUE")
                || added.startsWith("PRIMARY KEY")
                || added.startsWith("FOREIGN KEY")
                || added.startsWith("EXCLUDE");
    }

    private void checkConstraint(Statement action, int line) {
        boolean validated = !action.has("NOT VALID");
        boolean foreignKey = action.has("FOREIGN KEY");
        report.addIf(foreignKey && validated, LintRule.FOREIGN_KEY_WITHOUT_NOT_VALID, line);
        report.addIf(!foreignKey && action.has("CHECK") && validated, LintRule.CHECK_WITHOUT_NOT_VALID, line);
        boolean key = action.has("PRIMARY KEY") || action.has("UNIQUE") || action.has("EXCLUDE");
        report.addIf(key && !action.has("USING INDEX"), LintRule.KEY_WITHOUT_INDEX, line);
    }

    private void checkNewColumn(Statement action) {
        int line = action.line();
        boolean hasDefault = action.has("DEFAULT") || action.has("GENERATED");
        report.addIf(action.has("NOT NULL") && !hasDefault, LintRule.REQUIRED_COLUMN, line);
        report.addIf(action.has("GENERATED") || hasVolatileDefault(action), LintRule.VOLATILE_DEFAULT, line);
        report.addIf(action.has("REFERENCES"), LintRule.FOREIGN_KEY_WITHOUT_NOT_VALID, line);
        report.addIf(action.has("CHECK"), LintRule.CHECK_WITHOUT_NOT_VALID, line);
        report.addIf(action.has("UNIQUE") || action.has("PRIMARY KEY"), LintRule.KEY_WITHOUT_INDEX, line);
    }

    private static boolean hasVolatileDefault(Statement action) {
        int start = action.indexOf("DEFAULT");
        if (start < 0) {
            return false;
        }
        int check = action.indexOf("CHECK");
        int end = check > start ? check : action.tokens().size();
        for (int index = start + 1; index < end - 1; index++) {
            Token token = action.tokens().get(index);
            if (token.isName() && action.tokens().get(index + 1).is("(") && !STABLE_FUNCTIONS.contains(token.text())) {
                return true;
            }
        }
        return false;
    }
}
