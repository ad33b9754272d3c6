package io.buildingos.batch.payment;

import io.buildingos.batch.jobs.JobRun;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.payment.ReceiptDelivery;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * Tenant by tenant, each receipt a transaction. One that can't be made is passed by, told of, and tried again by the next
 * run; many in a row are no longer the receipts' fault, and fail the job.
 */
@Named
@Dependent
class ReceiptsDue extends AbstractBatchlet {
    private static final int MOST_FAILURES_IN_A_ROW = 10;

    @Inject
    private JobRun run;

    @Inject
    private JobContext job;

    @Inject
    private ReceiptDelivery delivery;

    @Inject
    private CurrentCaller currentCaller;

    private volatile boolean stopped;
    private long done;
    private long failed;
    private int inARow;

    @Override
    public String process() throws Exception {
        for (UUID tenant : run.call(delivery::tenants)) {
            Optional<UUID> receipt = in(tenant, () -> delivery.next(null));
            while (receipt.isPresent() && !stopped) {
                UUID id = receipt.get();
                deliver(tenant, id);
                receipt = in(tenant, () -> delivery.next(id));
            }
        }
        run.endsAt(done);
        if (failed > 0) {
            job.setExitStatus("FINDINGS");
            return "FINDINGS";
        }
        return "COMPLETED";
    }

    @Override
    public void stop() {
        stopped = true;
    }

    private void deliver(UUID tenant, UUID receipt) throws Exception {
        try {
            if (in(tenant, () -> delivery.deliver(receipt))) {
                run.isAt(++done);
            }
            inARow = 0;
        } catch (RuntimeException failure) {
            failed++;
            inARow++;
            run.warn("Receipt %s of tenant %s can't be made: %s".formatted(receipt, tenant, failure.getMessage()));
            if (inARow == MOST_FAILURES_IN_A_ROW) {
                throw failure;
            }
        }
    }

    private <T> T in(UUID tenant, Callable<T> work) throws Exception {
        return run.call(() -> currentCaller.call(currentCaller.get().inTenant(tenant), work));
    }
}
