package io.buildingos.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Run by the build: writes the names of the SQL files beside them. */
public final class MigrationIndex {
    private MigrationIndex() {}

    public static void main(String[] folders) throws IOException {
        Path folder = Path.of(folders[0]);
        try (Stream<Path> files = Files.list(folder)) {
            String names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sql") || name.endsWith(".sql.conf"))
                    .sorted()
                    .collect(Collectors.joining("\n", "", "\n"));
            Files.writeString(folder.resolve(MigrationFiles.INDEX), names);
        }
    }
}
