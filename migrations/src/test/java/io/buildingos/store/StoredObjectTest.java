package io.buildingos.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class StoredObjectTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void keepsTheStoresTag() {
        assertEquals("\"a\"", new StoredObject("key", 1, null, NOW, "\"a\"").tag());
    }

    @Test
    void tellsContentsApartWithoutOne() {
        String tag = new StoredObject("key", 1, null, NOW, null).tag();
        assertEquals(tag, new StoredObject("key", 1, null, NOW, null).tag());
        assertNotEquals(tag, new StoredObject("key", 2, null, NOW, null).tag());
        assertNotEquals(tag, new StoredObject("key", 1, null, NOW.plusSeconds(1), null).tag());
    }
}
