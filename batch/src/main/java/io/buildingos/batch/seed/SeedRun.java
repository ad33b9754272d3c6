package io.buildingos.batch.seed;

import io.buildingos.batch.jobs.JobRun;
import io.buildingos.seed.ProductionGuard;
import io.buildingos.seed.SeedParameters;
import io.buildingos.seed.SeedPlan;
import io.buildingos.seed.SeedService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;

/** What every step of one execution shares: the parameters, the plan they make, how far it is. */
@Dependent
class SeedRun {
    @Inject
    private JobRun run;

    @Inject
    private ProductionGuard productionGuard;

    @Inject
    private SeedService service;

    SeedParameters parameters() {
        return SeedJob.parameters(run.parameters(), productionGuard.usualProfile());
    }

    SeedPlan plan() throws Exception {
        return run.call(() -> service.plan(parameters()));
    }

    <T> T call(Callable<T> work) throws Exception {
        return run.call(work);
    }

    JobRun run() {
        return run;
    }

    SeedService service() {
        return service;
    }
}
