package io.buildingos.operator;

import io.buildingos.backup.Archive;
import io.buildingos.backup.RestoreDrill;
import io.buildingos.config.Configuration;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Proves that a backup can be restored, by restoring it. */
@Command(
        name = "drill",
        description = "Restores a backup into a scratch database, compares it with the manifest, and drops it.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            " 0:the backup can be restored, within the objective",
            " 1:the drill couldn't be held, the reason is on stderr",
            " 2:wrong usage",
            " 4:the backup can't be restored, or isn't what was dumped",
            " 5:refused: the role may not create databases, or the encryption key is missing or another one",
            " 6:there is no such backup",
            " 7:restored, and it took longer than BACKUP_RECOVERY_TIME_OBJECTIVE",
            "69:the database or the store can't be reached",
            "78:the configuration is invalid"
        })
final class DrillCommand implements Callable<Integer> {
    @ParentCommand
    private Operator operator;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "BACKUP", defaultValue = Archive.LATEST, description = "Its id, or latest.")
    private String name;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try (Archive archive = new Archive(Configuration.load(operator.variables()), Clock.systemUTC());
                ProgressLine progress = ProgressLine.on(err)) {
            RestoreDrill.Evidence evidence =
                    new RestoreDrill(archive, progress, Operator.person(), List.of()).run(archive.find(name));
            progress.end();
            if (!evidence.recorded()) {
                err.println("Warning: the database has no record of it; the proof lies beside the backup");
            }
            evidence.proof()
                    .findings()
                    .forEach(finding -> err.println(evidence.backup().id() + ": " + finding));
            if (!evidence.proof().passed()) {
                return ExitStatus.DAMAGED;
            }
            return told(evidence, err);
        }
    }

    private int told(RestoreDrill.Evidence evidence, PrintWriter err) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s was restored and compared in %s: %,d rows in %d tables, %d checks%n",
                evidence.backup().id(),
                BackupTable.duration(evidence.proof().durationMillis()),
                evidence.backup().manifest().rowCount(),
                evidence.backup().manifest().rows().size(),
                evidence.checks().size());
        out.flush();
        if (evidence.withinObjective()) {
            return ExitStatus.DONE;
        }
        err.println("It took longer than the objective of "
                + BackupTable.duration(evidence.objective().toMillis()));
        return ExitStatus.TOO_SLOW;
    }
}
