package io.buildingos.operator;

import io.buildingos.migration.Migration;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** What {@code migrate status} prints. */
final class MigrationTable {
    private MigrationTable() {}

    static void print(List<Migration> migrations, PrintWriter out) {
        int version = widest(migrations.stream().map(Migration::version).toList(), "Version");
        int description = widest(migrations.stream().map(Migration::description).toList(), "Description");
        String row = "%-" + version + "s  %-" + description + "s  %-8s  %s%n";
        out.printf(Locale.ROOT, row, "Version", "Description", "State", "Applied at");
        for (Migration migration : migrations) {
            String appliedAt = migration
                    .appliedAt()
                    .map(instant -> instant.truncatedTo(ChronoUnit.SECONDS).toString())
                    .orElse("");
            String state = migration.state().name().toLowerCase(Locale.ROOT);
            out.printf(Locale.ROOT, row, migration.version(), migration.description(), state, appliedAt);
        }
        out.println();
        out.println(summary(migrations));
        out.flush();
    }

    private static String summary(List<Migration> migrations) {
        if (has(migrations, Migration.State.FAILED)) {
            return "A migration has failed; see: migrate validate";
        }
        long pending = migrations.stream()
                .filter(migration -> migration.state() == Migration.State.PENDING)
                .count();
        if (pending > 0) {
            return pending + (pending == 1 ? " migration is pending" : " migrations are pending");
        }
        if (has(migrations, Migration.State.MISSING)) {
            return "A migration has been applied whose file is missing; see: migrate validate";
        }
        return has(migrations, Migration.State.NEWER)
                ? "All migrations have been applied, and newer ones than this version knows"
                : "All migrations have been applied";
    }

    private static boolean has(List<Migration> migrations, Migration.State state) {
        return migrations.stream().anyMatch(migration -> migration.state() == state);
    }

    private static int widest(List<String> cells, String title) {
        return Math.max(
                title.length(), cells.stream().mapToInt(String::length).max().orElse(0));
    }
}
