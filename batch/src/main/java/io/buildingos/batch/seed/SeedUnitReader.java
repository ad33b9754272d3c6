package io.buildingos.batch.seed;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The units of one tenant, by their numbers. */
@Named
@Dependent
class SeedUnitReader extends NumberReader {
    @Inject
    private SeedRun run;

    @Override
    int end() {
        return run.parameters().unitsOfTenant();
    }

    @Override
    void expected(int total) {
        run.run().expect(total);
    }
}
