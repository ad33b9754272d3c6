package io.buildingos.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.buildingos.backup.KeepRule.Dated;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class KeepRuleTest {
    private static final Instant BEGIN = Instant.parse("2025-01-01T03:00:00Z");
    private static final KeepRule USUAL = new KeepRule(7, 4, 12);

    @Test
    void keepsSevenDaysFourWeeksAndTwelveMonthsOfDailyBackups() {
        List<Dated> held = new ArrayList<>();
        for (int day = 0; day < 800; day++) {
            held.add(new Dated("b" + day, BEGIN.plus(Duration.ofDays(day))));
            Set<String> kept = USUAL.kept(held);
            held.removeIf(backup -> !kept.contains(backup.id()));
        }
        assertTrue(held.size() <= 7 + 4 + 12, held::toString);
        assertEquals(7, held.stream().filter(backup -> isAtLeast(backup, 793)).count());
        assertEquals(
                12,
                held.stream()
                        .map(backup -> YearMonth.from(day(backup)))
                        .distinct()
                        .count());
    }

    @Test
    void aTimeWithoutBackupsDeletesNothing() {
        List<Dated> old = List.of(new Dated("a", BEGIN), new Dated("b", BEGIN.plus(Duration.ofDays(1))));
        assertEquals(Set.of("a", "b"), USUAL.kept(old));
    }

    @Test
    void countsDaysInUtc() {
        Dated before = new Dated("before", Instant.parse("2026-03-01T23:59:59Z"));
        Dated after = new Dated("after", Instant.parse("2026-03-02T00:00:00Z"));
        assertEquals(Set.of("before", "after"), new KeepRule(2, 0, 0).kept(List.of(before, after)));
    }

    @RepeatedTest(200)
    void holdsForAnyHistory(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        KeepRule rule = new KeepRule(1 + random.nextInt(10), random.nextInt(6), random.nextInt(14));
        List<Dated> history = history(random);
        Set<String> kept = rule.kept(history);
        List<Dated> staying = staying(history, kept);

        assertTrue(kept.size() <= rule.daily() + rule.weekly() + rule.monthly());
        assertTrue(kept.contains(newest(history).id()));
        assertEquals(kept, rule.kept(staying), "a second run deletes nothing more");
        assertEquals(lastDays(history, rule.daily()), lastDays(staying, rule.daily()));
        assertEquals(lastMonths(history, rule.monthly()), lastMonths(staying, rule.monthly()));
        // A newer backup never brings an older one back, so deleting early loses nothing that is wanted later.
        List<Dated> later = new ArrayList<>(history);
        later.add(new Dated("later", newest(history).takenAt().plus(Duration.ofHours(random.nextInt(100)))));
        Set<String> keptLater = rule.kept(later);
        assertTrue(keptLater.stream().allMatch(id -> id.equals("later") || kept.contains(id)));
    }

    private static List<Dated> history(Random random) {
        List<Dated> history = new ArrayList<>();
        Instant at = BEGIN;
        for (int number = 0; number < 1 + random.nextInt(120); number++) {
            at = at.plus(Duration.ofMinutes(1 + random.nextInt(random.nextBoolean() ? 600 : 20_000)));
            history.add(new Dated("b" + number, at));
        }
        return history;
    }

    private static List<Dated> staying(List<Dated> history, Set<String> kept) {
        return history.stream().filter(backup -> kept.contains(backup.id())).toList();
    }

    private static Dated newest(List<Dated> history) {
        return history.stream().max(Comparator.comparing(Dated::takenAt)).orElseThrow();
    }

    private static Set<LocalDate> lastDays(List<Dated> history, int count) {
        return history.stream()
                .map(KeepRuleTest::day)
                .collect(Collectors.toCollection(TreeSet::new))
                .descendingSet()
                .stream()
                .limit(count)
                .collect(Collectors.toSet());
    }

    private static Set<YearMonth> lastMonths(List<Dated> history, int count) {
        return history.stream()
                .map(backup -> YearMonth.from(day(backup)))
                .collect(Collectors.toCollection(TreeSet::new))
                .descendingSet()
                .stream()
                .limit(count)
                .collect(Collectors.toSet());
    }

    private static boolean isAtLeast(Dated backup, int day) {
        return !backup.takenAt().isBefore(BEGIN.plus(Duration.ofDays(day)));
    }

    private static LocalDate day(Dated backup) {
        return backup.takenAt().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
