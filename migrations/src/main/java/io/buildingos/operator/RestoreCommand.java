package io.buildingos.operator;

import io.buildingos.backup.Archive;
import io.buildingos.backup.RestoreBackup;
import io.buildingos.config.Configuration;
import io.buildingos.config.Database;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Brings a backup back, the server being down. */
@Command(
        name = "restore",
        description = "Restores a backup into an empty database, and the documents that are missing.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            " 0:restored: every row, the schema version and the documents are as in the manifest",
            " 1:failed, the reason is on stderr",
            " 2:wrong usage",
            " 4:the backup is damaged, or the restored database isn't what was dumped",
            " 5:refused: the database isn't empty or in use, or the encryption key is missing or another one",
            " 6:there is no such backup",
            "69:the database or the store can't be reached",
            "78:the configuration is invalid"
        })
final class RestoreCommand implements Callable<Integer> {
    @ParentCommand
    private Operator operator;

    @Spec
    private CommandSpec spec;

    @Option(names = "--from", required = true, paramLabel = "BACKUP", description = "Its id, or latest.")
    private String from;

    @Option(
            names = "--into",
            required = true,
            paramLabel = "DATABASE",
            description =
                    "A database of the server in MIGRATION_DATABASE_URL, by its name; or the name of a variable that"
                            + " holds another address, as in env:RESTORE_DATABASE_URL (a password doesn't belong here).")
    private String into;

    @Option(names = "--force", description = "Overwrite what the database holds. It is lost even if the restore fails.")
    private boolean force;

    @Option(
            names = "--confirm-name",
            paramLabel = "NAME",
            description = "The overwritten database's name, typed again.")
    private String confirmedName;

    @Option(
            names = "--jobs",
            description = "Workers, usually as many as took the backup. More than one are quicker, leave a part if they"
                    + " fail, and need disk for a dump that is in one file.")
    private Integer workers;

    @Option(names = "--no-documents", description = "The database alone.")
    private boolean withoutDocuments;

    @Override
    public Integer call() {
        Configuration configuration = Configuration.load(operator.variables());
        Database target = target(configuration);
        try (Archive archive = new Archive(configuration, Clock.systemUTC());
                ProgressLine progress = ProgressLine.on(spec.commandLine().getErr())) {
            RestoreBackup.Restored done = new RestoreBackup(archive, progress, archive.find(from), target)
                    .run(new RestoreBackup.Options(force, confirmedName, workers, !withoutDocuments));
            progress.end();
            PrintWriter out = spec.commandLine().getOut();
            out.printf(
                    "Restored %s, taken at %s, into %s in %s%n",
                    done.manifest().id(),
                    done.manifest().takenAt(),
                    target.name(),
                    BackupTable.duration(done.durationMillis()));
            out.printf(
                    "%,d rows in %d tables and schema %s are as they were dumped; %,d documents written, %,d were there%n",
                    done.manifest().rowCount(),
                    done.manifest().rows().size(),
                    done.manifest().schemaVersion(),
                    done.documentsWritten(),
                    done.documentsPresent());
            out.flush();
            return ExitStatus.DONE;
        }
    }

    private Database target(Configuration configuration) {
        if (!into.startsWith("env:")) {
            if (!into.matches("[A-Za-z0-9_.-]{1,63}")) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--into must be the name of a database, or env: and the name of a variable");
            }
            return configuration.migrationDatabase().named(into);
        }
        String address = operator.variables().get(into.substring("env:".length()));
        try {
            return Database.at(address == null ? "" : address);
        } catch (IllegalArgumentException malformed) {
            throw new ParameterException(spec.commandLine(), into + " " + malformed.getMessage());
        }
    }
}
