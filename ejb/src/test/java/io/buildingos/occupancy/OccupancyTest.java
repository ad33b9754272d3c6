package io.buildingos.occupancy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OccupancyTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    @Test
    void coversItsFirstAndItsLastDay() {
        Occupancy occupancy = occupancy(null);
        assertFalse(occupancy.covers(FIRST.minusDays(1)));
        assertTrue(occupancy.covers(FIRST));
        assertTrue(occupancy.covers(FIRST.plusYears(50)));
        occupancy.end(FIRST.plusDays(1));
        assertTrue(occupancy.covers(FIRST.plusDays(1)));
        assertFalse(occupancy.covers(FIRST.plusDays(2)));
    }

    @Test
    void endsOnceAndNotBeforeItBegan() {
        Occupancy occupancy = occupancy(null);
        Refusal early = assertThrows(Refusal.class, () -> occupancy.end(FIRST.minusDays(1)));
        assertEquals(ErrorCode.VALIDATION_FAILED, early.code());
        occupancy.end(FIRST);
        Refusal again = assertThrows(Refusal.class, () -> occupancy.end(FIRST.plusDays(1)));
        assertEquals(ErrorCode.ILLEGAL_STATE_CHANGE, again.code());
        assertEquals(FIRST, occupancy.endsOn());
    }

    @Test
    void refusesAPeriodThatEndsBeforeItBegins() {
        Refusal refusal = assertThrows(Refusal.class, () -> occupancy(FIRST.minusDays(1)));
        assertEquals("to", refusal.violations().get(0).field());
    }

    private static Occupancy occupancy(LocalDate to) {
        return new Occupancy(
                UUID.randomUUID(),
                UUID.randomUUID(),
                new Occupy(UUID.randomUUID(), Occupancy.Role.OWNER, true, FIRST, to),
                Instant.EPOCH);
    }
}
