package io.buildingos.ledger;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which credit covers which debt. Nothing covers more than is outstanding nor gives more than it has, and only debts of its
 * own unit; what can't be placed stays free.
 */
final class AllocationPlan {
    private AllocationPlan() {}

    /** A payment, or a charge of type CREDIT, with what nobody has used of it. */
    record Source(UUID id, boolean payment, UUID unitId, long freeMinor) {}

    /** A charge, with what nobody has paid of it. */
    record Debt(UUID chargeId, UUID unitId, long outstandingMinor) {}

    /** So much of that credit on that debt. */
    record Part(Source source, UUID chargeId, long amountMinor) {}

    /** Each unit's credits, in their order, on its debts, in theirs. */
    static List<Part> inOrder(List<Source> sources, List<Debt> debts) {
        Map<UUID, Deque<Source>> free = new HashMap<>();
        sources.forEach(source -> free.computeIfAbsent(source.unitId(), unit -> new ArrayDeque<>())
                .add(source));
        List<Part> parts = new ArrayList<>();
        for (Debt debt : debts) {
            cover(debt, free.getOrDefault(debt.unitId(), new ArrayDeque<>()), parts);
        }
        return parts;
    }

    private static void cover(Debt debt, Deque<Source> free, List<Part> parts) {
        long open = debt.outstandingMinor();
        while (open > 0 && !free.isEmpty()) {
            Source source = free.poll();
            long amount = Math.min(open, source.freeMinor());
            if (amount > 0) {
                parts.add(new Part(source, debt.chargeId(), amount));
            }
            open -= amount;
            if (source.freeMinor() > amount) {
                free.addFirst(new Source(source.id(), source.payment(), source.unitId(), source.freeMinor() - amount));
            }
        }
    }

    /** As asked, or not at all. */
    static List<Part> asked(Source source, List<Debt> debts, List<Allocate> asked) {
        Map<UUID, Long> open = new HashMap<>();
        debts.forEach(debt -> open.put(debt.chargeId(), debt.outstandingMinor()));
        List<Part> parts = new ArrayList<>();
        long free = source.freeMinor();
        for (Allocate one : asked) {
            Amounts.requireInRange("allocations.amount", one.amount());
            long amount = one.amount().amountMinor();
            Long outstanding = open.get(one.chargeId());
            if (outstanding == null) {
                throw Refusal.of(
                        ErrorCode.ALLOCATION_EXCEEDED,
                        "Charge %s is none of this unit's that wait for money.".formatted(one.chargeId()));
            }
            requireAtMost(amount, outstanding, "is outstanding of charge " + one.chargeId());
            requireAtMost(amount, free, "is left to allocate");
            open.put(one.chargeId(), outstanding - amount);
            free -= amount;
            parts.add(new Part(source, one.chargeId(), amount));
        }
        return parts;
    }

    private static void requireAtMost(long amount, long most, String what) {
        if (amount > most) {
            throw Refusal.of(
                    ErrorCode.ALLOCATION_EXCEEDED,
                    "%d is asked for, but only %d %s.".formatted(amount, most, what),
                    Map.of("askedMinor", amount, "leftMinor", most));
        }
    }
}
