package io.buildingos.backup;

import io.buildingos.config.Configuration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * PostgreSQL's own programs on this machine: those in BACKUP_PG_BIN, or else the first on the PATH and under
 * /usr/lib/postgresql (newest first) that isn't older than the server.
 */
final class PostgresTools {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (?<version>(?<major>\\d+)\\S*)");

    private final List<Path> folders;

    PostgresTools(Configuration settings) {
        this.folders =
                settings.optional("BACKUP_PG_BIN").map(Path::of).map(List::of).orElseGet(PostgresTools::usualFolders);
    }

    /** One program and its version. */
    record Tool(Path path, int major, String version) {}

    /** A program that understands servers of this major version. */
    Tool find(String program, int serverMajor) {
        List<Path> found = folders.stream()
                .map(folder -> folder.resolve(program))
                .filter(Files::isExecutable)
                .toList();
        if (found.isEmpty()) {
            throw BackupFailure.failed(program + " isn't on this machine: install PostgreSQL's client programs,"
                    + " version " + serverMajor + " or newer (Debian: postgresql-client-" + serverMajor + ")");
        }
        // No more of them are asked for their version than must be.
        return found.stream()
                .map(PostgresTools::examined)
                .filter(tool -> tool.major >= serverMajor)
                .findFirst()
                .orElseThrow(() -> BackupFailure.failed(
                        "%s is version %s, older than the server's %d: install PostgreSQL's client programs, version %d or newer (Debian: postgresql-client-%d)"
                                .formatted(
                                        program,
                                        examined(found.get(0)).version,
                                        serverMajor,
                                        serverMajor,
                                        serverMajor)));
    }

    private static Tool examined(Path path) {
        try (ToolProcess process = ToolProcess.start(List.of(path.toString(), "--version"), Map.of())) {
            process.input().close();
            String output = new String(process.output().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            process.finish();
            Matcher version = VERSION.matcher(output);
            if (!version.find()) {
                throw BackupFailure.failed(path + " doesn't say its version");
            }
            return new Tool(path, Integer.parseInt(version.group("major")), version.group("version"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Path> usualFolders() {
        List<Path> folders = new ArrayList<>();
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            if (!folder.isEmpty()) {
                folders.add(Path.of(folder));
            }
        }
        try (Stream<Path> versions = Files.isDirectory(DEBIAN) ? Files.list(DEBIAN) : Stream.empty()) {
            versions.filter(folder -> folder.getFileName().toString().matches("\\d+"))
                    .sorted(Comparator.comparing((Path folder) ->
                                    Integer.parseInt(folder.getFileName().toString()))
                            .reversed())
                    .map(folder -> folder.resolve("bin"))
                    .forEach(folders::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return folders;
    }
}
