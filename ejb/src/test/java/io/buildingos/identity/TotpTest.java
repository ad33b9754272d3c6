package io.buildingos.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] RFC_SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.parse("2026-11-23T21:00:15Z");

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void makesTheCodesOfRfc6238(long seconds, String code) {
        assertEquals(code, Totp.code(RFC_SECRET, Totp.step(Instant.ofEpochSecond(seconds)), 8));
    }

    @Test
    void takesTheCodesOfNowAndOfOneStepToEitherSide() {
        long step = Totp.step(NOW);
        for (long near = step - 1; near <= step + 1; near++) {
            String code = Totp.code(RFC_SECRET, near);
            assertEquals(
                    near,
                    Totp.matchingStep(RFC_SECRET, code, NOW, Long.MIN_VALUE).orElseThrow());
        }
    }

    @Test
    void refusesCodesFurtherAway() {
        long step = Totp.step(NOW);
        assertTrue(Totp.matchingStep(RFC_SECRET, Totp.code(RFC_SECRET, step - 2), NOW, Long.MIN_VALUE)
                .isEmpty());
        assertTrue(Totp.matchingStep(RFC_SECRET, Totp.code(RFC_SECRET, step + 2), NOW, Long.MIN_VALUE)
                .isEmpty());
    }

    @Test
    void refusesACodeWhoseStepIsUsedUp() {
        long step = Totp.step(NOW);
        String code = Totp.code(RFC_SECRET, step);
        assertTrue(Totp.matchingStep(RFC_SECRET, code, NOW, step).isEmpty());
        assertTrue(Totp.matchingStep(RFC_SECRET, code, NOW, step - 1).isPresent());
    }

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writesSecretsInTheBase32OfRfc4648(String text, String encoded) {
        assertEquals(encoded, Base32.encode(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
