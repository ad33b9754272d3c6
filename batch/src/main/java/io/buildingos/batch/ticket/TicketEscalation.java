package io.buildingos.batch.ticket;

import io.buildingos.batch.jobs.JobRun;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.ticket.TicketEscalationService;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** Tenant by tenant, a batch a transaction; a restart finds those that are left. */
@Named
@Dependent
class TicketEscalation extends AbstractBatchlet {
    @Inject
    private JobRun run;

    @Inject
    private TicketEscalationService escalation;

    @Inject
    private CurrentCaller currentCaller;

    private volatile boolean stopped;

    @Override
    public String process() throws Exception {
        long done = 0;
        for (UUID tenant : run.call(escalation::tenants)) {
            int some = TicketEscalationService.BATCH;
            while (some == TicketEscalationService.BATCH && !stopped) {
                some = run.call(
                        () -> currentCaller.call(currentCaller.get().inTenant(tenant), escalation::escalateSome));
                done += some;
                run.isAt(done);
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
