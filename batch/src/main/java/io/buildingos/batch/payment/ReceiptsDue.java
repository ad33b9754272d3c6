package io.buildingos.batch.payment;

import io.buildingos.batch.jobs.JobRun;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.payment.ReceiptDelivery;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** Tenant by tenant, each receipt a transaction; a restart finds those that are left. */
@Named
@Dependent
class ReceiptsDue extends AbstractBatchlet {
    @Inject
    private JobRun run;

    @Inject
    private ReceiptDelivery delivery;

    @Inject
    private CurrentCaller currentCaller;

    private volatile boolean stopped;

    @Override
    public String process() throws Exception {
        long done = 0;
        for (UUID tenant : run.call(delivery::tenants)) {
            while (!stopped
                    && run.call(
                            () -> currentCaller.call(currentCaller.get().inTenant(tenant), delivery::deliverNext))) {
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
