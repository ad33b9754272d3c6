package io.buildingos.migration.lint;

import io.buildingos.migration.MigrationFiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Reads all migrations in order, because what is safe depends on what earlier ones made. */
public final class MigrationLint {
    /** After these a statement begins inside a block. */
    private static final Set<String> OPENERS = Set.of("BEGIN", "THEN", "ELSE", "LOOP");

    private MigrationLint() {}

    /** The findings of every file, by file and line. */
    public static List<Finding> check(MigrationFiles files) {
        KnownSchema schema = new KnownSchema();
        List<Finding> findings = new ArrayList<>();
        files.migrations().forEach((file, sql) -> {
            schema.beginFile(file);
            findings.addAll(checkFile(file, sql, files.runsInTransaction(file), schema));
        });
        return findings;
    }

    private static List<Finding> checkFile(String file, String sql, boolean inTransaction, KnownSchema schema) {
        Report report = new Report(file);
        SqlScanner scanner = SqlScanner.scan(sql);
        List<Statement> statements = withBlocksOpened(scanner.statements());
        StatementRules rules = new StatementRules(schema, report);
        statements.forEach(rules::check);
        new FileRules(file, inTransaction, report).check(statements, schema);
        return new Allowances(scanner.comments())
                .apply(report.findings(), file).stream()
                        .sorted(Comparator.comparingInt(Finding::line))
                        .toList();
    }

    /** A DO block runs at once, so its statements are held to the same rules; a function's body is not run here. */
    private static List<Statement> withBlocksOpened(List<Statement> statements) {
        List<Statement> all = new ArrayList<>();
        for (Statement statement : statements) {
            if (!statement.startsWith("DO")) {
                all.add(statement);
                continue;
            }
            statement.tokens().stream()
                    .filter(token -> token.kind() == Token.Kind.STRING)
                    .forEach(body -> SqlScanner.scan(body.text(), body.line())
                            .statements()
                            .forEach(inner -> afterOpeners(inner, all)));
        }
        return all;
    }

    private static void afterOpeners(Statement inner, List<Statement> all) {
        int start = 0;
        for (int index = 0; index < inner.tokens().size(); index++) {
            Token token = inner.tokens().get(index);
            if (token.kind() == Token.Kind.WORD && OPENERS.contains(token.text())) {
                start = index + 1;
            }
        }
        if (start < inner.tokens().size() && !inner.from(start).startsWith("END")) {
            all.add(inner.from(start));
        }
    }
}
