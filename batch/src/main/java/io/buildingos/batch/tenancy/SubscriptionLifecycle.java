package io.buildingos.batch.tenancy;

import io.buildingos.batch.jobs.JobRun;
import io.buildingos.tenancy.SubscriptionService;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.function.IntUnaryOperator;

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
    private long done;

    @Override
    public String process() throws Exception {
        inBatches(subscriptions::tellOfEndingTrials);
        inBatches(subscriptions::expireTrials);
        run.endsAt(done);
        return "COMPLETED";
    }

    private void inBatches(IntUnaryOperator work) throws Exception {
        int some = BATCH;
        while (some == BATCH && !stopped) {
            some = run.call(() -> work.applyAsInt(BATCH));
            done += some;
            run.isAt(done);
        }
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
