package io.buildingos.system;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** Archives to deploy: the one that was built, and others made of it that are good or bad. */
final class Releases {
    static final String MIGRATION = "V209901010000__building_never_deployed.sql";
    private static final Path BUILT = Servers.ROOT.resolve("ear/target/buildingos.ear");

    private final Path folder;

    Releases(Path folder) {
        this.folder = folder;
    }

    String built() {
        return BUILT.toString();
    }

    /** The same product in another archive. */
    String next(String version) throws IOException {
        Path ear = Files.copy(BUILT, folder.resolve("next-" + version + ".ear"));
        try (FileSystem content = FileSystems.newFileSystem(ear)) {
            Files.writeString(content.getPath("META-INF/version"), version);
        }
        return ear.toString();
    }

    /** A release that needs a migration which nobody has deployed. */
    String waitingForAMigration() throws IOException {
        Path ear = Files.copy(BUILT, folder.resolve("waiting.ear"));
        Path migrations = folder.resolve("migrations.jar");
        try (FileSystem content = FileSystems.newFileSystem(ear)) {
            Path library = content.getPath("lib/buildingos-migrations.jar");
            Files.copy(library, migrations);
            try (FileSystem files = FileSystems.newFileSystem(migrations)) {
                Files.writeString(files.getPath("db/migration/" + MIGRATION), "SELECT 1;\n");
                Files.writeString(files.getPath("db/migration/index.txt"), MIGRATION + "\n", StandardOpenOption.APPEND);
            }
            Files.delete(library);
            Files.copy(migrations, library);
        }
        return ear.toString();
    }

    /** Its first servlet is a class that isn't there. */
    String unableToStart() throws IOException {
        Path war = folder.resolve("web.war");
        try (FileSystem content = FileSystems.newFileSystem(war, Map.of("create", "true"))) {
            Files.createDirectory(content.getPath("WEB-INF"));
            Files.writeString(
                    content.getPath("WEB-INF/web.xml"),
                    "<web-app><servlet><servlet-name>first</servlet-name><servlet-class>no.such.Servlet</servlet-class>"
                            + "<load-on-startup>1</load-on-startup></servlet></web-app>");
        }
        Path ear = folder.resolve("unable.ear");
        try (FileSystem content = FileSystems.newFileSystem(ear, Map.of("create", "true"))) {
            Files.copy(war, content.getPath("web.war"));
        }
        return ear.toString();
    }
}
