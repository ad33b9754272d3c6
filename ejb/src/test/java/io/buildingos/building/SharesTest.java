package io.buildingos.building;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Json;
import io.buildingos.kernel.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharesTest {
    private static final long WHOLE = 10_000_000_000L;
    private static final int CASES = 500;

    /** Seeded: a failing case fails again. */
    @Test
    void anySplitOfTheWholeIsTakenAndAnyOtherIsNot() {
        Random random = new Random(20261123);
        for (int number = 0; number < CASES; number++) {
            List<Unit> units = split(random, 1 + random.nextInt(60));
            assertDoesNotThrow(() -> Shares.requireSum(units));
            assertEquals(
                    SharesView.State.COMPLETE,
                    SharesView.of(UUID.randomUUID(), units).state());

            Unit changed = units.get(random.nextInt(units.size()));
            BigDecimal tiny = new BigDecimal("0.0000000001");
            changed.share(
                    random.nextBoolean()
                            ? changed.share().add(tiny)
                            : changed.share().subtract(tiny));
            Refusal refusal = assertThrows(Refusal.class, () -> Shares.requireSum(units));
            assertEquals(ErrorCode.SHARES_DO_NOT_SUM, refusal.code());
        }
    }

    @Test
    void unitsWithoutShareMakeTheSetIncompleteNotWrong() {
        Random random = new Random(7);
        List<Unit> units = split(random, 5);
        units.add(unit(null));
        assertDoesNotThrow(() -> Shares.requireSum(units));
        assertEquals(
                SharesView.State.INCOMPLETE,
                SharesView.of(UUID.randomUUID(), units).state());
        assertEquals(
                SharesView.State.ABSENT,
                SharesView.of(UUID.randomUUID(), List.of(unit(null))).state());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0.25\"", "0.25", "2.5e-1", "\"0.250\"", "1", "\"1.0\""})
    void readsExactDecimals(String json) throws JsonProcessingException {
        BigDecimal share = read(json).shares().get("A").value();
        assertEquals(
                json.contains("25") || json.contains("2.5") ? new BigDecimal("0.25") : BigDecimal.ONE,
                UnitView.plain(share));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0.5",
                "1.0000000001",
                "0.00000000001",
                "\"1e-1\"",
                "\"\"",
                "true",
                "[]",
                "{}",
                "1e999999999"
            })
    void refusesWhatIsNoShare(String json) {
        assertThrows(Exception.class, () -> read(json));
    }

    private static SetShares read(String json) throws JsonProcessingException {
        return Json.mapper().readValue("{\"shares\":{\"A\":" + json + "}}", SetShares.class);
    }

    private static List<Unit> split(Random random, int parts) {
        List<Long> cuts = new ArrayList<>(List.of(0L, WHOLE));
        while (cuts.size() < parts + 1) {
            long cut = 1 + random.nextLong(WHOLE - 1);
            if (!cuts.contains(cut)) {
                cuts.add(cut);
            }
        }
        Collections.sort(cuts);
        List<Unit> units = new ArrayList<>();
        for (int part = 1; part < cuts.size(); part++) {
            units.add(unit(BigDecimal.valueOf(cuts.get(part) - cuts.get(part - 1), 10)));
        }
        return units;
    }

    private static Unit unit(BigDecimal share) {
        return new Unit(
                UUID.randomUUID(),
                UUID.randomUUID(),
                new DescribeUnit("1", null, Unit.Type.APARTMENT, null, share, true),
                Instant.EPOCH);
    }
}
