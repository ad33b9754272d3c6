package io.buildingos.batch.verify;

import io.buildingos.batch.jobs.JobRun;
import io.buildingos.verification.Check;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The checks in their order; the checkpoint is the next one's number. */
@Named
@Dependent
class CheckReader extends AbstractItemReader {
    @Inject
    private JobRun run;

    private List<Check> checks;
    private int next;

    @Override
    public void open(Serializable checkpoint) {
        next = checkpoint == null ? 0 : (Integer) checkpoint;
        checks = VerifyJob.checks(run.parameters());
        run.expect(checks.size());
    }

    @Override
    public Check readItem() {
        return next < checks.size() ? checks.get(next++) : null;
    }

    @Override
    public Serializable checkpointInfo() {
        return next;
    }
}
