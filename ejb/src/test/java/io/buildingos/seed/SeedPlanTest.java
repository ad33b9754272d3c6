package io.buildingos.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.buildingos.seed.SeedPlan.PlannedOccupancy;
import io.buildingos.seed.SeedPlan.PlannedUnit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedPlanTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 12, 97, 10_000})
    void sharesOfABuildingSumToOneExactly(int units) {
        BigDecimal sum = units(plan(units, 1), units).stream()
                .map(unit -> new BigDecimal(unit.share()))
                .peek(share -> assertTrue(share.signum() > 0))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, sum.compareTo(BigDecimal.ONE), sum.toString());
    }

    @Test
    void aUnitComesOutTheSameWhicheverChunkAsksForIt() {
        List<PlannedUnit> whole = units(plan(40, 1), 40);
        assertEquals(List.of(whole.get(17), whole.get(30)), plan(40, 1).units(0, 2, List.of(17, 30)));
    }

    @Test
    void anotherSeedGivesOtherData() {
        assertNotEquals(units(plan(12, 1), 12), units(plan(12, 2), 12));
    }

    @Test
    void idsAreUniqueOverTenantsBuildingsAndUnits() {
        SeedPlan plan = plan(200, 1);
        Set<UUID> seen = new HashSet<>();
        int given = 0;
        for (int tenant = 0; tenant < 5; tenant++) {
            for (int building = 0; building < 3; building++) {
                for (PlannedUnit unit : plan.units(tenant, building, range(200))) {
                    seen.add(unit.id());
                    assertEquals(7, unit.id().version());
                    assertEquals(2, unit.id().variant());
                    given++;
                    for (PlannedOccupancy occupancy : unit.occupancies()) {
                        seen.add(occupancy.id());
                        given++;
                    }
                }
            }
        }
        assertEquals(given, seen.size());
    }

    @Test
    void theDemonstrationResidentLivesInTheFirstUnit() {
        List<PlannedOccupancy> first =
                plan(12, 1).units(1, 0, List.of(0)).get(0).occupancies();
        PlannedOccupancy living = first.get(1);
        assertEquals("RESIDENT", living.role());
        assertEquals("resident.b@example.com", living.person().email());
        assertTrue(living.person().demoResident());
    }

    @Test
    void everyAddressIsAtAnExampleDomain() {
        units(plan(500, 1), 500).stream()
                .flatMap(unit -> unit.occupancies().stream())
                .map(occupancy -> occupancy.person().email())
                .forEach(email -> assertTrue(email.matches("[a-z0-9.]+@example\\.(com|org)"), email));
    }

    @Test
    void namesTenantsAsThePeopleWhoTryThemExpect() {
        assertEquals("Tenant A", plan(1, 1).tenant(0).name());
        assertEquals("tenant-b", plan(1, 1).tenant(1).slug());
        assertEquals("tenant-aa", plan(1, 1).tenant(26).slug());
        assertEquals("Europe/Madrid", plan(1, 1).tenant(1).timeZone());
    }

    private static SeedPlan plan(int units, long seed) {
        return new SeedPlan(new SeedParameters(SeedParameters.Profile.DEVELOPMENT, 5, 3, units, 6, seed), TODAY);
    }

    private static List<PlannedUnit> units(SeedPlan plan, int count) {
        return plan.units(0, 2, range(count));
    }

    private static List<Integer> range(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
