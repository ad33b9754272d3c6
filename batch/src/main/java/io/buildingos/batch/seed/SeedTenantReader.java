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

    /** The units are the bulk of it: the time left is right from the start. */
    @Override
    void expected(int total) {
        run.run().expect(total);
        run.run().announce("units", (long) total * run.parameters().unitsOfTenant());
    }
}
