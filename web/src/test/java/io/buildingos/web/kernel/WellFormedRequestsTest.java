package io.buildingos.web.kernel;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WellFormedRequestsTest {

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/a%20b", "q=%C3%A9&x=%2F", "%f0%9f%8f%a0", "%00", ""})
    void takesEscapesThatSpellText(String address) {
        assertTrue(WellFormedRequests.isWellFormed(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "%zz", "a%g0", "%%", "%ff", "%c3", "%c0%af", "%ed%a0%80"})
    void refusesOthers(String address) {
        assertFalse(WellFormedRequests.isWellFormed(address));
    }

    @Test
    void takesAnAddressWithoutAQuery() {
        assertTrue(WellFormedRequests.isWellFormed(null));
    }
}
