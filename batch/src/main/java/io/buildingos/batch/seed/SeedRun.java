package io.buildingos.batch.seed;

import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.platform.ProductionGuard;
import io.buildingos.platform.SeedParameters;
import io.buildingos.platform.SeedPlan;
import io.buildingos.platform.SeedService;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** What every step of one execution shares: the parameters as checked, the plan they make, on whose behalf it works. */
@Dependent
class SeedRun {
    @Inject
    private JobContext job;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private ProductionGuard productionGuard;

    @Inject
    private SeedService service;

    SeedParameters parameters() {
        var properties = job.getProperties();
        Map<String, String> given = properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
        return SeedJob.parameters(SeedJob.DEFINITION.resolve(given), productionGuard.usualProfile());
    }

    SeedPlan plan() throws Exception {
        return call(() -> service.plan(parameters()));
    }

    <T> T call(Callable<T> work) throws Exception {
        return currentCaller.call(Caller.system("job seed"), work);
    }

    SeedService service() {
        return service;
    }
}
