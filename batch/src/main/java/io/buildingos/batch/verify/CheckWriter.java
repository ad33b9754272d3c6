package io.buildingos.batch.verify;

import io.buildingos.batch.jobs.JobRun;
import io.buildingos.verification.Check;
import io.buildingos.verification.CheckResult;
import io.buildingos.verify.VerificationService;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Asks, and keeps the answer with the checkpoint. */
@Named
@Dependent
class CheckWriter extends AbstractItemWriter {
    @Inject
    private JobRun run;

    @Inject
    private JobContext job;

    @Inject
    private VerificationService verification;

    @Override
    public void writeItems(List<Object> checks) throws Exception {
        for (Object item : checks) {
            Check check = (Check) item;
            CheckResult result = run.call(() -> verification.verify(job.getInstanceId(), run.launchedBy(), check));
            tell(result);
        }
        run.did(checks.size());
    }

    private void tell(CheckResult result) {
        String name = result.check().name();
        switch (result.outcome()) {
            case CLEAN -> run.log("%s: nothing found, in %d ms".formatted(name, result.tookMillis()));
            case FINDINGS -> run.warn("%s: %d found".formatted(name, result.total()));
            case SKIPPED -> run.warn("%s: skipped. %s".formatted(name, result.reason()));
        }
    }
}
