package io.buildingos.batch.verify;

import io.buildingos.batch.jobs.JobRun;
import io.buildingos.verification.Check;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The checks in their order; the checkpoint is the next one's number. */
@Named
@Dependent
class CheckReader extends AbstractItemReader {
    @Inject
    private JobRun run;

    private int next;

    @Override
    public void open(Serializable checkpoint) {
        next = checkpoint == null ? 0 : (Integer) checkpoint;
        run.expect(Check.all().size());
    }

    @Override
    public Check readItem() {
        return next < Check.all().size() ? Check.all().get(next++) : null;
    }

    @Override
    public Serializable checkpointInfo() {
        return next;
    }
}
