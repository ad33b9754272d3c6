package io.buildingos.smoke;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, the last six of its eight digits. */
    @Test
    void countsCodesAsTheStandardDoes() {
        assertEquals("287082", Account.codeOf(SECRET, Instant.ofEpochSecond(59)));
        assertEquals("005924", Account.codeOf(SECRET, Instant.ofEpochSecond(1_234_567_890)));
    }

    @Test
    void readsSecretsAsTheyStandInAnOtpauthAddress() {
        assertArrayEquals(SECRET, Account.decoded("GEZD GNBV gy3t qojq GEZDGNBVGY3TQOJQ"));
        assertThrows(IllegalArgumentException.class, () -> Account.decoded("GEZD1"));
    }

    @Test
    void takesThePasswordFromAFileAndNeedsOne(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "pass\"word\n");
        Account account = Account.of(
                        Account.Kind.MEMBER,
                        Map.of("SMOKE_EMAIL", "a@example.com", "SMOKE_PASSWORD_FILE", file.toString()))
                .orElseThrow();
        assertTrue(account.logIn(Instant.EPOCH).contains("\"password\":\"pass\\\"word\""));
        assertTrue(Account.of(Account.Kind.SUPER_ADMIN, Map.of("SMOKE_EMAIL", "a@example.com"))
                .isEmpty());
        assertThrows(
                IllegalArgumentException.class,
                () -> Account.of(Account.Kind.MEMBER, Map.of("SMOKE_EMAIL", "a@example.com")));
    }
}
