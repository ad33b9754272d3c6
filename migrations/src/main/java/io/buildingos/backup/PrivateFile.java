package io.buildingos.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A file for one of PostgreSQL's programs, for our eyes alone; gone when it is closed. */
record PrivateFile(Path path) implements AutoCloseable {
    static PrivateFile make(String ending) throws IOException {
        return new PrivateFile(Files.createTempFile(
                "restore", ending, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException left) {
            path.toFile().deleteOnExit();
        }
    }
}
