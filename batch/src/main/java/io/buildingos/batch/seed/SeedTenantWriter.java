package io.buildingos.batch.seed;

import io.buildingos.seed.SeedPlan;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** Writes tenants with all that hangs directly on them. */
@Named
@Dependent
class SeedTenantWriter extends AbstractItemWriter {
    @Inject
    private SeedRun run;

    private SeedPlan plan;

    @Override
    public void open(Serializable checkpoint) throws Exception {
        plan = run.plan();
    }

    @Override
    public void writeItems(List<Object> numbers) throws Exception {
        List<Integer> tenants = numbers.stream().map(Integer.class::cast).toList();
        run.call(() -> {
            run.service().writeTenants(plan, tenants);
            return null;
        });
        run.run().did(tenants.size());
    }
}
