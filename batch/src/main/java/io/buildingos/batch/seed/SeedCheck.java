package io.buildingos.batch.seed;

import io.buildingos.platform.JobRecords;
import io.buildingos.platform.ProductionGuard;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;

/** Before anything is written: not in production, and only with parameters that make sense. */
@Named
@Dependent
class SeedCheck extends AbstractBatchlet {
    @Inject
    private SeedRun run;

    @Inject
    private JobRecords records;

    @Inject
    private ProductionGuard productionGuard;

    @Override
    public String process() throws Exception {
        return run.call(() -> {
            if (productionGuard.isProduction()) {
                records.recordAct("job.refused", Map.of("job", SeedJob.NAME, "door", "job"));
            }
            productionGuard.requireSeedable(run.parameters().profile());
            return "COMPLETED";
        });
    }
}
