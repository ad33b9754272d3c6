package io.buildingos.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockPolicyTest {
    private static final Instant NOW = Instant.parse("2026-11-23T21:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, PT0S", "4, PT0S", "5, PT30S", "6, PT1M", "9, PT8M", "10, PT15M", "2147483647, PT15M"})
    void growsToAQuarterOfAnHourAndNoFurther(int failures, Duration delay) {
        assertEquals(delay, LockPolicy.delayAfter(failures));
    }

    @Test
    void locksAtTheFifthFailureInARow() {
        User user = somebody();
        for (int failure = 1; failure <= LockPolicy.FREE_FAILURES; failure++) {
            assertNull(user.loginFailed(NOW));
        }
        assertEquals(NOW.plusSeconds(30), user.loginFailed(NOW));
        assertTrue(user.lockedAt(NOW.plusSeconds(29)));
        assertFalse(user.lockedAt(NOW.plusSeconds(30)));
    }

    @Test
    void isNotProlongedByWhoGuessesOnALockedAccount() {
        User user = somebody();
        for (int failure = 0; failure < 5; failure++) {
            user.loginFailed(NOW);
        }
        assertNull(user.loginFailed(NOW.plusSeconds(10)));
        assertEquals(NOW.plusSeconds(30), user.lockedUntil());
        assertEquals(5, user.failedLogins());
    }

    @Test
    void isLongerTheNextTimeAndForgottenAfterASuccess() {
        User user = somebody();
        for (int failure = 0; failure < 5; failure++) {
            user.loginFailed(NOW);
        }
        Instant later = NOW.plusSeconds(31);
        assertEquals(later.plusSeconds(60), user.loginFailed(later));
        user.forgetFailures();
        assertNull(user.loginFailed(later));
    }

    private static User somebody() {
        return new User("ana@example.com", "Ana", "es", "hash", NOW);
    }
}
