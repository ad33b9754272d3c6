package io.buildingos.batch.jobs;

import io.buildingos.batch.seed.SeedJob;
import io.buildingos.kernel.Refusal;
import java.util.List;

/** Every job there is. */
final class JobCatalogue {
    private static final List<JobDefinition> ALL = List.of(SeedJob.DEFINITION);

    private JobCatalogue() {}

    static List<JobDefinition> all() {
        return ALL;
    }

    static JobDefinition get(String name) {
        return ALL.stream().filter(job -> job.name().equals(name)).findFirst().orElseThrow(Refusal::notFound);
    }
}
