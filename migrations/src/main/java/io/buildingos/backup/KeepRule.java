package io.buildingos.backup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Which backups stay: the newest of each of the last days, weeks (ISO) and months that have one, in UTC. Days without a
 * backup don't count, so that a time without backups deletes nothing.
 */
public record KeepRule(int daily, int weekly, int monthly) {
    /** A backup as the rule sees it. */
    public record Dated(String id, Instant takenAt) {}

    /** The ids of those that stay; always the newest among them. */
    public Set<String> kept(Collection<Dated> backups) {
        List<Dated> newestFirst = backups.stream()
                .sorted(Comparator.comparing(Dated::takenAt)
                        .thenComparing(Dated::id)
                        .reversed())
                .toList();
        Set<String> kept = new HashSet<>();
        newestFirst.stream().findFirst().ifPresent(newest -> kept.add(newest.id()));
        keep(newestFirst, kept, daily, day -> day);
        keep(newestFirst, kept, weekly, KeepRule::week);
        keep(newestFirst, kept, monthly, YearMonth::from);
        return kept;
    }

    private static void keep(
            List<Dated> newestFirst, Set<String> kept, int periods, Function<LocalDate, Object> period) {
        Set<Object> seen = new HashSet<>();
        for (Dated backup : newestFirst) {
            if (seen.size() == periods) {
                return;
            }
            LocalDate day = backup.takenAt().atZone(ZoneOffset.UTC).toLocalDate();
            if (seen.add(period.apply(day))) {
                kept.add(backup.id());
            }
        }
    }

    private static Object week(LocalDate day) {
        return day.get(IsoFields.WEEK_BASED_YEAR) * 100 + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }
}
