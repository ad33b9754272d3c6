package io.buildingos.batch.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.buildingos.batch.seed.SeedJob;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.Refusal.Violation;
import io.buildingos.platform.SeedParameters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobDefinitionTest {
    @Test
    void completesWhatIsGivenByDefaults() {
        var resolved = SeedJob.DEFINITION.resolve(Map.of("units", "40", "months", ""));
        assertEquals(
                new SeedParameters(SeedParameters.Profile.STAGING, 2, 3, 40, 6, 1),
                SeedJob.parameters(resolved, SeedParameters.Profile.STAGING));
    }

    @Test
    void namesEveryBrokenParameterAtOnce() {
        Refusal refusal = assertThrows(
                Refusal.class,
                () -> SeedJob.DEFINITION.resolve(
                        Map.of("profile", "production", "tenants", "0", "units", "many", "colour", "red")));
        assertEquals(
                List.of("parameters.profile", "parameters.tenants", "parameters.units", "parameters.colour"),
                refusal.violations().stream().map(Violation::field).toList());
    }
}
