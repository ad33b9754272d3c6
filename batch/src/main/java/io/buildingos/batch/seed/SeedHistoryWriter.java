package io.buildingos.batch.seed;

import io.buildingos.kernel.CurrentCaller;
import io.buildingos.seed.SeedHistoryService;
import io.buildingos.seed.SeedPart;
import io.buildingos.seed.SeedPlan;
import io.buildingos.seed.SeedStage;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** Writes pieces of one part of a tenant's history, inside the tenant. */
@Named
@Dependent
class SeedHistoryWriter extends AbstractItemWriter {
    @Inject
    private SeedRun run;

    @Inject
    private SeedHistoryService service;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    @BatchProperty(name = "part")
    private String part;

    @Inject
    @BatchProperty(name = "tenant")
    private String tenant;

    private SeedPlan plan;
    private SeedStage stage;

    @Override
    public void open(Serializable checkpoint) throws Exception {
        plan = run.plan();
        stage = run.call(() -> service.stage(plan, Integer.parseInt(tenant)));
    }

    @Override
    public void writeItems(List<Object> numbers) throws Exception {
        for (Object number : numbers) {
            run.call(() -> currentCaller.call(
                    currentCaller.get().inTenant(stage.tenantId()),
                    () -> service.write(plan, stage, SeedPart.valueOf(part), (Integer) number)));
        }
        run.run().did(numbers.size());
    }
}
