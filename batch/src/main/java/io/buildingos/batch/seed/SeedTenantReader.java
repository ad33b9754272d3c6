package io.buildingos.batch.seed;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The tenants, by their numbers. */
@Named
@Dependent
class SeedTenantReader extends NumberReader {
    @Inject
    private SeedRun run;

    @Override
    int end() {
        return run.parameters().tenants();
    }
}
