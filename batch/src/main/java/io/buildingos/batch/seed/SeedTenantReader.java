package io.buildingos.batch.seed;

import io.buildingos.seed.SeedPart;
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

    /** What is still to come is said now: the time left is right from the start. */
    @Override
    void expected(int total) {
        run.run().expect(total);
        run.run().announce("units", (long) total * run.parameters().unitsOfTenant());
        for (SeedPart part : SeedPart.values()) {
            run.run()
                    .announce(
                            part.name().toLowerCase(java.util.Locale.ROOT),
                            (long) total * part.pieces(run.parameters()));
        }
    }
}
