package io.buildingos.batch.announcement;

import io.buildingos.announcement.AnnouncementSendingService;
import io.buildingos.batch.jobs.JobRun;
import io.buildingos.kernel.CurrentCaller;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** Tenant by tenant, each a transaction; a restart finds those that are left. */
@Named
@Dependent
class AnnouncementsDue extends AbstractBatchlet {
    @Inject
    private JobRun run;

    @Inject
    private AnnouncementSendingService sending;

    @Inject
    private CurrentCaller currentCaller;

    private volatile boolean stopped;

    @Override
    public String process() throws Exception {
        long done = 0;
        for (UUID tenant : run.call(sending::tenantsWithDue)) {
            while (!stopped
                    && run.call(() -> currentCaller.call(currentCaller.get().inTenant(tenant), sending::sendNextDue))) {
                run.isAt(++done);
            }
        }
        run.endsAt(done);
        return "COMPLETED";
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
