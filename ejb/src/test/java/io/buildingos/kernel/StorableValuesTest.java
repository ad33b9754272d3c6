package io.buildingos.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorableValuesTest {
    private record Named(String name) {}

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\\t\\n", "\\u2003", "\\u00a0", "\\u3000\\u2028", "\\u200b\\ufeff", "\\u202f \\u2007"})
    void textThatShowsNothingIsNone(String escaped) throws JsonProcessingException {
        assertEquals("", name(escaped));
    }

    @ParameterizedTest
    @ValueSource(strings = {" a ", "\\u2003a", "\\u00a0\\u00e9", "\\ud83c\\udfe0"})
    void textThatShowsSomethingStaysAsItWasSent(String escaped) throws JsonProcessingException {
        assertEquals(Json.mapper().readValue("[\"" + escaped + "\"]", String[].class)[0], name(escaped));
        assertEquals(false, name(escaped).isEmpty());
    }

    @Test
    void aNulIsNotNothing() {
        assertThrows(UnstorableValue.class, () -> name("\\u0000"));
    }

    private static String name(String escaped) throws JsonProcessingException {
        return Json.mapper()
                .readValue("{\"name\":\"" + escaped + "\"}", Named.class)
                .name();
    }
}
