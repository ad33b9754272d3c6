package io.buildingos.devstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    private Path state;

    @Test
    void keepsWhatItMade() {
        String first = new Secrets(state).of("jwt", 48);
        assertEquals(96, first.length());
        assertEquals(first, new Secrets(state).of("jwt", 48));
        assertNotEquals(first, new Secrets(state).of("other", 48));
    }

    @Test
    void isReadableByItsOwnerOnly() throws IOException {
        new Secrets(state).of("jwt", 48);
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve("secrets.properties"))));
    }
}
