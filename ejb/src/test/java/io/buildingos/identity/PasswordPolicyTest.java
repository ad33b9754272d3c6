package io.buildingos.identity;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567",
                "password",
                "PASSWORD1",
                " qwerty123 ",
                "Verano2026!",
                "olga.perez",
                "olga.perez@example.com"
            })
    void refusesShortCommonAndOwnNames(String password) {
        Refusal refusal =
                assertThrows(Refusal.class, () -> PasswordPolicy.check("password", password, "olga.perez@example.com"));
        assertEquals(ErrorCode.VALIDATION_FAILED, refusal.code());
        assertEquals("password", refusal.violations().get(0).field());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Demo-Building-2026!", "correct horse", "ñandú ñoño", "zzzyyyxx"})
    void asksForNoDigitsOrSigns(String password) {
        assertDoesNotThrow(() -> PasswordPolicy.check("password", password, "olga.perez@example.com"));
    }
}
