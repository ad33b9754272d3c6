package io.buildingos.batch.verify;

import io.buildingos.batch.jobs.JobRun;
import io.buildingos.batch.jobs.Parameters;
import io.buildingos.verification.Check;
import io.buildingos.verification.CheckResult;
import io.buildingos.verification.StoredDocuments;
import io.buildingos.verification.Survey;
import io.buildingos.verify.VerificationService;
import io.buildingos.verify.VerificationService.JobPart;
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

    private Survey survey;

    @Override
    public void writeItems(List<Object> checks) throws Exception {
        for (Object item : checks) {
            Check check = (Check) item;
            tell(run.call(() -> asked(check)));
        }
        run.did(checks.size());
    }

    private CheckResult asked(Check check) {
        Parameters parameters = run.parameters();
        JobPart part = new JobPart(
                job.getInstanceId(),
                run.launchedBy(),
                VerifyJob.checks(parameters).size());
        if (check.equals(StoredDocuments.CHECK)) {
            return verification.verifyDocuments(part, VerifyJob.readsContents(parameters));
        }
        return verification.verify(part, check, survey(check));
    }

    /** Made for the first check that may gain by it: what a restart has left may not. */
    private Survey survey(Check check) {
        if (!Survey.concerns(check)) {
            return Survey.NONE;
        }
        if (survey == null) {
            survey = verification.survey();
        }
        return survey;
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
