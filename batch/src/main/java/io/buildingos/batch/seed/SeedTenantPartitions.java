package io.buildingos.batch.seed;

import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Properties;

/** A partition a tenant, a few at a time: the server's pool serves other jobs too. */
@Named
@Dependent
class SeedTenantPartitions implements PartitionMapper {
    private static final int AT_ONCE = 4;

    @Inject
    private SeedRun run;

    @Override
    public PartitionPlan mapPartitions() {
        int tenants = run.parameters().tenants();
        Properties[] properties = new Properties[tenants];
        for (int tenant = 0; tenant < tenants; tenant++) {
            properties[tenant] = new Properties();
            properties[tenant].setProperty("tenant", Integer.toString(tenant));
        }
        PartitionPlanImpl plan = new PartitionPlanImpl();
        plan.setPartitions(tenants);
        plan.setThreads(Math.min(tenants, AT_ONCE));
        plan.setPartitionProperties(properties);
        return plan;
    }
}
