package io.buildingos.batch.seed;

import io.buildingos.seed.SeedPlan;
import io.buildingos.seed.SeedTarget;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** Writes one tenant's units, those of a chunk in a few statements. */
@Named
@Dependent
class SeedUnitWriter extends AbstractItemWriter {
    @Inject
    private SeedRun run;

    @Inject
    @BatchProperty(name = "tenant")
    private String tenant;

    private SeedPlan plan;
    private SeedTarget target;

    @Override
    public void open(Serializable checkpoint) throws Exception {
        plan = run.plan();
        target = run.call(() -> run.service().target(plan, Integer.parseInt(tenant)));
    }

    @Override
    public void writeItems(List<Object> numbers) throws Exception {
        List<Integer> units = numbers.stream().map(Integer.class::cast).toList();
        run.call(() -> {
            run.service().writeUnits(plan, Integer.parseInt(tenant), target, units);
            return null;
        });
        run.run().did(units.size());
    }
}
