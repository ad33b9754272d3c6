package io.buildingos.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({"30s, PT30S", "15m, PT15M", "12h, PT12H", "30d, PT720H", "PT15M, PT15M"})
    void readsWhatTheConfigurationAllows(String text, Duration duration) {
        assertEquals(duration, Durations.parse(text));
    }

    @Test
    void refusesWhatIsNone() {
        assertThrows(IllegalArgumentException.class, () -> Durations.parse("15x"));
    }
}
