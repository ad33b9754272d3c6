package io.buildingos.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.buildingos.kernel.Money;
import io.buildingos.kernel.Refusal;
import io.buildingos.ledger.AllocationPlan.Debt;
import io.buildingos.ledger.AllocationPlan.Part;
import io.buildingos.ledger.AllocationPlan.Source;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllocationPlanTest {
    private static final UUID UNIT = UUID.randomUUID();
    private static final UUID OTHER_UNIT = UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void neverExceedsAndNeverLeavesBothOpen(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int number = 0; number < 2_000; number++) {
            List<Source> sources = IntStream.range(0, random.nextInt(8))
                    .mapToObj(place ->
                            new Source(UUID.randomUUID(), random.nextBoolean(), unit(random), random.nextLong(50)))
                    .toList();
            List<Debt> debts = IntStream.range(0, random.nextInt(8))
                    .mapToObj(place -> new Debt(UUID.randomUUID(), unit(random), random.nextLong(50)))
                    .toList();
            List<Part> parts = AllocationPlan.inOrder(sources, debts);
            assertTrue(parts.stream().allMatch(part -> part.amountMinor() > 0));
            Map<UUID, Long> covered = sums(parts.stream(), Part::chargeId);
            Map<UUID, Long> used = sums(parts.stream(), part -> part.source().id());
            debts.forEach(debt -> assertTrue(covered.getOrDefault(debt.chargeId(), 0L) <= debt.outstandingMinor()));
            sources.forEach(source -> assertTrue(used.getOrDefault(source.id(), 0L) <= source.freeMinor()));
            for (UUID unit : List.of(UNIT, OTHER_UNIT)) {
                long free = sources.stream()
                        .filter(one -> one.unitId().equals(unit))
                        .mapToLong(Source::freeMinor)
                        .sum();
                long owed = debts.stream()
                        .filter(one -> one.unitId().equals(unit))
                        .mapToLong(Debt::outstandingMinor)
                        .sum();
                long laid = parts.stream()
                        .filter(part -> part.source().unitId().equals(unit))
                        .mapToLong(Part::amountMinor)
                        .sum();
                assertEquals(Math.min(free, owed), laid);
            }
        }
    }

    @Test
    void coversTheFirstDebtBeforeTheSecond() {
        Source source = new Source(UUID.randomUUID(), true, UNIT, 15);
        Debt first = new Debt(UUID.randomUUID(), UNIT, 10);
        Debt second = new Debt(UUID.randomUUID(), UNIT, 10);
        assertEquals(
                List.of(10L, 5L),
                AllocationPlan.inOrder(List.of(source), List.of(first, second)).stream()
                        .map(Part::amountMinor)
                        .toList());
    }

    @Test
    void whatIsAskedIsGivenOrRefused() {
        Source source = new Source(UUID.randomUUID(), true, UNIT, 15);
        Debt debt = new Debt(UUID.randomUUID(), UNIT, 10);
        assertEquals(
                1,
                AllocationPlan.asked(source, List.of(debt), List.of(ask(debt, 10)))
                        .size());
        assertRefused(source, debt, ask(debt, 11));
        assertRefused(source, debt, ask(debt, 6), ask(debt, 5));
        assertRefused(new Source(source.id(), true, UNIT, 9), debt, ask(debt, 10));
        assertRefused(source, debt, new Allocate(UUID.randomUUID(), new Money(1, "EUR")));
        assertRefused(source, debt, ask(debt, 0));
        assertRefused(source, debt, ask(debt, -1));
    }

    private static void assertRefused(Source source, Debt debt, Allocate... asked) {
        assertThrows(Refusal.class, () -> AllocationPlan.asked(source, List.of(debt), List.of(asked)));
    }

    private static Allocate ask(Debt debt, long amount) {
        return new Allocate(debt.chargeId(), new Money(amount, "EUR"));
    }

    private static UUID unit(SplittableRandom random) {
        return random.nextBoolean() ? UNIT : OTHER_UNIT;
    }

    private static Map<UUID, Long> sums(Stream<Part> parts, java.util.function.Function<Part, UUID> of) {
        return parts.collect(Collectors.groupingBy(of, Collectors.summingLong(Part::amountMinor)));
    }
}
