package io.buildingos.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.buildingos.kernel.Refusal;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 3 * * *      | UTC           | 2026-11-25T03:00:00Z | 2026-11-26T03:00:00Z",
                "0 3 * * *      | Europe/Madrid | 2026-11-25T02:00:00Z | 2026-11-26T02:00:00Z",
                "*/10 * * * * * | UTC           | 2026-11-25T10:00:09.9Z | 2026-11-25T10:00:10Z",
                "0 6 * * MON    | UTC           | 2026-11-25T10:00:00Z | 2026-11-30T06:00:00Z",
                "30 2 * * *     | Europe/Madrid | 2026-03-28T12:00:00Z | 2026-03-30T00:30:00Z",
                "30 2 * * *     | Europe/Madrid | 2026-10-25T00:30:00Z | 2026-10-26T01:30:00Z"
            })
    void isDueInItsZone(String cron, String zone, Instant after, Instant due) {
        assertEquals(due, Cron.of(cron, zone).after(after));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | UTC | cron",
                "61 * * * * | UTC | cron",
                "* * * | UTC | cron",
                "0 0 30 2 * | UTC | cron",
                "'' | UTC | cron",
                "0 3 * * * | Mars/Base | zone",
                "0 3 * * * | +25 | zone"
            })
    void refusesWhatIsNeverDue(String cron, String zone, String field) {
        Refusal refusal =
                assertThrows(Refusal.class, () -> Cron.of(cron, zone).after(Instant.parse("2026-11-25T10:00:00Z")));
        assertEquals(field, refusal.violations().get(0).field());
    }
}
