package io.buildingos.batch.backup;

import io.buildingos.backup.Archive;
import io.buildingos.backup.RestoreDrill;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.List;

/** Restores, compares, drops. What doesn't fit fails the job: a backup that can't be restored is an emergency. */
@Named
@Dependent
class RestoreDrillStep extends ArchiveStep {
    @Override
    String work(Archive archive) {
        String name = run().parameters().text(RestoreDrillJob.BACKUP);
        RestoreDrill.Evidence evidence =
                new RestoreDrill(archive, this, run().launchedBy(), List.of()).run(archive.find(name));
        evidence.proof().findings().forEach(run()::warn);
        if (!evidence.proof().passed()) {
            throw new IllegalStateException("The backup %s can't be trusted: %s"
                    .formatted(
                            evidence.backup().id(),
                            String.join("; ", evidence.proof().findings())));
        }
        run().log("%s was restored and compared in %d ms"
                .formatted(evidence.backup().id(), evidence.proof().durationMillis()));
        if (evidence.withinObjective()) {
            return "COMPLETED";
        }
        run().warn("It took longer than the objective of " + evidence.objective());
        return "TOO_SLOW";
    }
}
