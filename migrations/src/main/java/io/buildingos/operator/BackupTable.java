package io.buildingos.operator;

import io.buildingos.backup.Proof;
import io.buildingos.backup.StoredBackup;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** What {@code backup list} prints. */
final class BackupTable {
    private static final String ROW = "%-25s  %-20s  %10s  %13s  %-12s  %-10s  %s%n";
    private static final double KIBI = 1024;

    private BackupTable() {}

    static void print(List<StoredBackup> backups, PrintWriter out) {
        out.printf(Locale.ROOT, ROW, "Backup", "Taken at", "Size", "Rows", "Schema", "State", "Proof");
        for (StoredBackup backup : backups) {
            boolean known = backup.manifest() != null;
            out.printf(
                    Locale.ROOT,
                    ROW,
                    backup.id(),
                    backup.takenAt().truncatedTo(ChronoUnit.SECONDS),
                    known ? size(backup.manifest().size()) : "",
                    known ? String.format(Locale.ROOT, "%,d", backup.manifest().rowCount()) : "",
                    known ? backup.manifest().schemaVersion() : "",
                    backup.state().name().toLowerCase(Locale.ROOT),
                    backup.problem() == null ? proof(backup) : backup.problem());
        }
    }

    static String size(long bytes) {
        double size = bytes;
        for (String unit : List.of("B", "kB", "MB")) {
            if (size < KIBI) {
                return String.format(Locale.ROOT, unit.equals("B") ? "%.0f %s" : "%.1f %s", size, unit);
            }
            size /= KIBI;
        }
        return String.format(Locale.ROOT, "%.1f GB", size);
    }

    static String duration(long millis) {
        Duration duration = Duration.ofMillis(millis);
        if (duration.toMinutes() > 0) {
            return "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart());
        }
        return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }

    private static String proof(StoredBackup backup) {
        if (backup.proofs().isEmpty()) {
            return "none";
        }
        Proof newest = backup.proofs().get(0);
        return "%s %s %s"
                .formatted(
                        newest.kind().name().toLowerCase(Locale.ROOT),
                        newest.at().truncatedTo(ChronoUnit.SECONDS),
                        newest.passed() ? "in " + duration(newest.durationMillis()) : "FAILED");
    }
}
