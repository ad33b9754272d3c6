package io.buildingos.batch.tenancy;

import io.buildingos.batch.jobs.JobRun;
import io.buildingos.tenancy.SubscriptionService;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A batch a transaction; a restart finds those that are left. */
@Named
@Dependent
class SubscriptionLifecycle extends AbstractBatchlet {
    private static final int BATCH = 100;

    @Inject
    private JobRun run;

    @Inject
    private SubscriptionService subscriptions;

    private volatile boolean stopped;

    @Override
    public String process() throws Exception {
        long done = 0;
        int some = BATCH;
        while (some == BATCH && !stopped) {
            some = run.call(() -> subscriptions.expireTrials(BATCH));
            done += some;
            run.isAt(done);
        }
        run.endsAt(done);
        return "COMPLETED";
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
