package io.buildingos.operator;

import io.buildingos.backup.Archive;
import io.buildingos.backup.Manifest;
import io.buildingos.backup.Proof;
import io.buildingos.backup.StoredBackup;
import io.buildingos.backup.TakeBackup;
import io.buildingos.backup.VerifyBackup;
import io.buildingos.config.Configuration;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Takes backups and looks after them; needs the database for taking one, and the store alone for the rest. */
@Command(
        name = "backup",
        description = "Takes, lists, shows and verifies backups.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            " 0:done",
            " 1:failed, the reason is on stderr; nothing older was touched",
            " 2:wrong usage",
            " 4:a backup is damaged",
            " 5:refused: the encryption key is missing or another one",
            " 6:there is no such backup",
            "69:the database or the store can't be reached",
            "78:the configuration is invalid"
        })
final class BackupCommand implements Runnable {
    @ParentCommand
    private Operator operator;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: now, list, show or verify");
    }

    @Command(name = "now", description = "Takes a backup of the database and the documents.")
    int now(
            @Option(
                            names = "--workers",
                            description = "How many dump at once, up to " + TakeBackup.MOST_WORKERS
                                    + ", instead of BACKUP_WORKERS. From 2 on the schema and each one's rows are files"
                                    + " of their own.")
                    Integer workers) {
        if (workers != null && (workers < 1 || workers > TakeBackup.MOST_WORKERS)) {
            throw new ParameterException(
                    spec.commandLine().getSubcommands().get("now"),
                    "--workers must be between 1 and " + TakeBackup.MOST_WORKERS);
        }
        try (Archive archive = archive();
                ProgressLine progress = progress()) {
            Manifest manifest = taking(archive, progress, workers).run();
            progress.end();
            out().printf(
                            "Backup %s: %s, %,d rows in %d tables, %,d documents, in %s%n",
                            manifest.id(),
                            BackupTable.size(manifest.size()),
                            manifest.rowCount(),
                            manifest.rows().size(),
                            manifest.documents() == null
                                    ? 0
                                    : manifest.documents().count(),
                            BackupTable.duration(manifest.durationMillis()));
            out().flush();
            return ExitStatus.DONE;
        }
    }

    @Command(name = "list", description = "Lists every backup, newest first.")
    int list() {
        try (Archive archive = archive()) {
            List<StoredBackup> backups = archive.list();
            if (backups.isEmpty()) {
                out().println("There is no backup in " + archive.place());
            } else {
                BackupTable.print(backups, out());
            }
            out().flush();
            boolean damaged = backups.stream().anyMatch(backup -> backup.state() == StoredBackup.State.DAMAGED);
            return damaged ? ExitStatus.DAMAGED : ExitStatus.DONE;
        }
    }

    @Command(name = "show", description = "Prints the manifest of a backup.")
    int show(
            @Parameters(paramLabel = "BACKUP", defaultValue = Archive.LATEST, description = "Its id, or latest.")
                    String name) {
        try (Archive archive = archive()) {
            StoredBackup backup = archive.find(name);
            if (backup.manifest() != null) {
                out().println(backup.manifest().json());
                out().flush();
            }
            if (backup.problem() != null) {
                spec.commandLine().getErr().println(backup.id() + ": " + backup.problem());
                return ExitStatus.DAMAGED;
            }
            return ExitStatus.DONE;
        }
    }

    @Command(
            name = "verify",
            description = "Reads a backup to its end: checksums, encryption, the archive's structure, the documents.")
    int verify(
            @Parameters(paramLabel = "BACKUP", defaultValue = Archive.LATEST, description = "Its id, or latest.")
                    String name,
            @Option(names = "--all", description = "Every one.") boolean all) {
        try (Archive archive = archive();
                ProgressLine progress = progress()) {
            VerifyBackup verification = new VerifyBackup(archive, progress, Operator.person());
            int status = ExitStatus.DONE;
            for (StoredBackup backup : all ? finished(archive) : List.of(archive.find(name))) {
                Proof proof = verification.run(backup);
                progress.end();
                if (proof.passed()) {
                    out().println(backup.id() + " is good; read in " + BackupTable.duration(proof.durationMillis()));
                    out().flush();
                } else {
                    proof.findings()
                            .forEach(finding -> spec.commandLine().getErr().println(backup.id() + ": " + finding));
                    status = ExitStatus.DAMAGED;
                }
            }
            return status;
        }
    }

    private static TakeBackup taking(Archive archive, ProgressLine progress, Integer workers) {
        return workers == null ? new TakeBackup(archive, progress) : new TakeBackup(archive, progress, workers);
    }

    private static List<StoredBackup> finished(Archive archive) {
        return archive.list().stream()
                .filter(backup -> backup.state() != StoredBackup.State.UNFINISHED)
                .toList();
    }

    private Archive archive() {
        return new Archive(Configuration.load(operator.variables()), Clock.systemUTC());
    }

    private ProgressLine progress() {
        return ProgressLine.on(spec.commandLine().getErr());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
