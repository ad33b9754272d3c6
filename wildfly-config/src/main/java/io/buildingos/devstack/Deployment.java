package io.buildingos.devstack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The EAR laid out as folders, a copy apart from {@code target}: a new build neither disturbs the running server nor is
 * half seen by it.
 */
final class Deployment {
    static final String NAME = "buildingos.ear";

    private Deployment() {}

    static Path layOut(Path ear, Path state) {
        Path folder = state.resolve("deployment").resolve(NAME);
        try {
            Folders.delete(folder);
            Files.createDirectories(folder);
            try (InputStream in = Files.newInputStream(ear)) {
                explode(in, folder);
            }
            return folder;
        } catch (IOException failed) {
            throw new StackFailure(
                    "The application cannot be laid out in " + folder + ": " + failed.getMessage(), failed);
        }
    }

    private static void explode(InputStream archive, Path folder) throws IOException {
        ZipInputStream zip = new ZipInputStream(archive);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            Path file = folder.resolve(entry.getName()).normalize();
            if (!file.startsWith(folder)) {
                throw new IOException("path outside of the archive: " + entry.getName());
            }
            boolean module = entry.getName().endsWith(".war") || entry.getName().matches("[^/]*\\.jar");
            if (entry.isDirectory()) {
                Files.createDirectories(file);
            } else if (module) {
                Files.createDirectories(file);
                explode(zip, file);
            } else {
                Files.createDirectories(file.getParent());
                Files.copy(zip, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
