package io.buildingos.devstack;

import java.nio.file.Files;
import java.nio.file.Path;

/** What the build made, by its place in the repository. */
public record Build(Path root) {

    public Build {
        root = root.toAbsolutePath().normalize();
    }

    Path server() {
        return present(root.resolve("wildfly-config/target/server"));
    }

    Path objectStore() {
        return present(root.resolve("wildfly-config/target/jars/s3proxy-jar-with-dependencies.jar"));
    }

    Path operator() {
        return present(root.resolve("migrations/target/buildingos.jar"));
    }

    Path ear() {
        return present(root.resolve("ear/target/buildingos.ear"));
    }

    private static Path present(Path file) {
        if (!Files.exists(file)) {
            throw new StackFailure(file + " is missing: build first (./mvnw package -DskipTests)");
        }
        return file;
    }
}
