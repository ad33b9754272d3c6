package io.buildingos.devstack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's server programs, unpacked once from the archive on the class path (psql and pg_dump aren't in it). */
final class PostgresBinaries {
    private static final int OWNER_EXECUTE = 0100;
    private static final Map<String, String> ARCHIVES = Map.of(
            "linux-amd64", "/postgres-linux-x86_64.txz",
            "linux-aarch64", "/postgres-linux-arm_64.txz",
            "mac-x86_64", "/postgres-darwin-x86_64.txz",
            "mac-aarch64", "/postgres-darwin-arm_64.txz");

    private PostgresBinaries() {}

    static Path unpackedIn(Path state) {
        Path home = state.resolve("postgres-binaries");
        if (Files.exists(home)) {
            return home;
        }
        String platform = platform();
        try (InputStream archive =
                PostgresBinaries.class.getResourceAsStream(ARCHIVES.getOrDefault(platform, "/none"))) {
            if (archive == null) {
                throw new StackFailure("No embedded PostgreSQL for " + platform
                        + ": set DATABASE_URL and MIGRATION_DATABASE_URL to a server of your own.");
            }
            Path half = Files.createTempDirectory(state, "postgres-");
            // Programs that run as another user must be able to read them.
            Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
            unpack(archive, half);
            Files.move(half, home);
            return home;
        } catch (IOException failed) {
            throw new StackFailure("PostgreSQL cannot be unpacked into " + home + ": " + failed.getMessage(), failed);
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return (system.startsWith("mac") ? "mac" : system) + "-" + System.getProperty("os.arch");
    }

    private static void unpack(InputStream archive, Path home) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = home.resolve(entry.getName()).normalize();
                if (!file.startsWith(home)) {
                    throw new IOException("path outside of the archive: " + entry.getName());
                }
                write(tar, entry, file);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        boolean executable = (entry.getMode() & OWNER_EXECUTE) != 0;
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
