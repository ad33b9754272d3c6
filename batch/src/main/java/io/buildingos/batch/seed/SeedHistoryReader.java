package io.buildingos.batch.seed;

import io.buildingos.seed.SeedPart;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The pieces of one part of a tenant's history, by their numbers: those that come first happened first. */
@Named
@Dependent
class SeedHistoryReader extends NumberReader {
    @Inject
    private SeedRun run;

    @Inject
    @BatchProperty(name = "part")
    private String part;

    @Override
    int end() {
        return SeedPart.valueOf(part).pieces(run.parameters());
    }

    @Override
    void expected(int total) {
        run.run().expect(total);
    }
}
