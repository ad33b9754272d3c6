package io.buildingos.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Begins a migration: a file with the right name and the lines that every one needs. */
@Command(name = "new", description = "Writes an empty migration.", mixinStandardHelpOptions = true)
final class NewMigrationCommand implements Runnable {
    private static final DateTimeFormatter VERSION = DateTimeFormatter.ofPattern("yyyyMMddHHmm");
    private static final String WORD = "[a-z][a-z0-9]*";
    private static final String WORDS = "[a-z][a-z0-9]*(_[a-z0-9]+)*";

    @Parameters(index = "0", paramLabel = "FEATURE", description = "Whose tables it touches, such as building.")
    private String feature;

    @Parameters(index = "1", paramLabel = "WHAT", description = "What it does, such as units_floor.")
    private String what;

    @Option(names = "--concurrently", description = "For statements that can't run in a transaction.")
    private boolean concurrently;

    @Option(names = "--folder", description = "Where (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of(MigrateCommand.SOURCE_FOLDER);

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        if (!feature.matches(WORD) || !what.matches(WORDS)) {
            throw new ParameterException(spec.commandLine(), "FEATURE and WHAT are lower-case words, joined by _");
        }
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "There is no folder " + folder + "; name it by --folder");
        }
        try {
            spec.commandLine().getOut().println(write(LocalDateTime.now(Clock.systemUTC())));
        } catch (IOException failure) {
            throw new ParameterException(
                    spec.commandLine(), "Can't write into " + folder + ": " + failure.getMessage());
        }
    }

    private Path write(LocalDateTime now) throws IOException {
        LocalDateTime free = now;
        while (isTaken(free)) {
            free = free.plusMinutes(1);
        }
        Path file = folder.resolve("V" + VERSION.format(free) + "__" + feature + "_" + what + ".sql");
        String local = concurrently ? "" : "LOCAL ";
        String patience = concurrently ? "'1h'" : "'60s'";
        Files.writeString(
                file,
                "-- Why: \nSET " + local + "lock_timeout = '1s';\nSET " + local + "statement_timeout = " + patience
                        + ";\n\n");
        if (concurrently) {
            Files.writeString(folder.resolve(file.getFileName() + ".conf"), "executeInTransaction=false\n");
        }
        return file;
    }

    private boolean isTaken(LocalDateTime time) throws IOException {
        try (var files = Files.newDirectoryStream(folder, "V" + VERSION.format(time) + "__*.sql")) {
            return files.iterator().hasNext();
        }
    }
}
