package io.buildingos.batch.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.buildingos.seed.SeedParameters;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeedJobTest {
    @Test
    void completesWhatIsGivenByDefaults() {
        var resolved = SeedJob.DEFINITION.resolve(Map.of("units", "40", "months", ""));
        assertEquals(
                new SeedParameters(SeedParameters.Profile.STAGING, 2, 3, 40, 6, 1),
                SeedJob.parameters(resolved, SeedParameters.Profile.STAGING));
    }
}
