package io.buildingos.devstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** Passwords and keys of this state folder, made once and kept, so that tokens and data survive a restart. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties values = new Properties();

    Secrets(Path state) {
        file = state.resolve("secrets.properties");
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                values.load(in);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /** Hexadecimal, so that it needs no quoting in a URL, a shell or a properties file. */
    String of(String name, int bytes) {
        String value = values.getProperty(name);
        if (value == null) {
            byte[] random = new byte[bytes];
            RANDOM.nextBytes(random);
            value = HexFormat.of().formatHex(random);
            values.setProperty(name, value);
            store();
        }
        return value;
    }

    private void store() {
        StringWriter text = new StringWriter();
        try {
            values.store(text, null);
            writePrivately(file, text.toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Mode 600 from its first byte on. */
    static void writePrivately(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text, StandardOpenOption.WRITE);
    }
}
