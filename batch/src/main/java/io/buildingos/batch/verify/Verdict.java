package io.buildingos.batch.verify;

import io.buildingos.batch.jobs.JobRun;
import io.buildingos.verify.VerificationService;
import io.buildingos.verify.VerificationService.JobPart;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Ends the run; the execution's exit status says whether there is anything to look at. */
@Named
@Dependent
class Verdict extends AbstractBatchlet {
    @Inject
    private JobRun run;

    @Inject
    private JobContext job;

    @Inject
    private VerificationService verification;

    @Override
    public String process() throws Exception {
        long findings = run.call(() -> verification.end(new JobPart(
                job.getInstanceId(),
                run.launchedBy(),
                VerifyJob.checks(run.parameters()).size())));
        if (findings == 0) {
            return "COMPLETED";
        }
        job.setExitStatus("FINDINGS");
        return "FINDINGS";
    }
}
