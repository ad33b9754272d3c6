package io.buildingos.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Instant START = Instant.parse("2026-11-25T10:00:00Z");

    @Test
    void measuresARestartByWhatItDidItself() {
        assertEquals(new Progress(60, 100L, 1.0, 40L), Progress.of(60, 50, 100L, START, null, START.plusSeconds(10)));
    }

    @Test
    void keepsTheRateOfWhatHasEnded() {
        assertEquals(
                new Progress(100, 100L, 10.0, null),
                Progress.of(100, 0, 100L, START, START.plusSeconds(10), START.plusSeconds(9_999)));
    }

    @Test
    void promisesNothingBeforeAnythingIsDone() {
        assertEquals(new Progress(0, 100L, null, null), Progress.of(0, 0, 100L, START, null, START.plusSeconds(10)));
        assertEquals(new Progress(3, null, 3.0, null), Progress.of(3, 0, null, START, null, START.plusSeconds(1)));
    }
}
