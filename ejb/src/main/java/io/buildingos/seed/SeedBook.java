package io.buildingos.seed;

import io.buildingos.charge.ChargeSplit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * One building's month in figures: what its units are charged and what they pay, computed from what they are and owe.
 *
 * @param number of the building in its tenant: the office goes from one to the next
 * @param units billable ones with a share, in the order of their codes
 */
record SeedBook(SeedDice dice, SeedStage stage, SeedMonth month, int number, UUID building, List<Billed> units) {
    static final int OPENS_ON = 1;
    static final int DUE_ON = 10;
    /** The first round covers who pays in time, the second the others. */
    static final int FIRST_REVIEW = 11;

    static final int SECOND_REVIEW = 27;
    static final int CLOSES_ON = 28;

    private static final long ARS_OF_A_UNIT = 8_500_000;
    private static final long OTHERS_OF_A_UNIT = 9_500;
    private static final int OF_HUNDRED = 100;
    private static final List<String> METHODS =
            List.of("TRANSFER", "TRANSFER", "TRANSFER", "TRANSFER", "ONLINE", "CARD", "CASH");

    /** A unit and its part of what the building costs. */
    record Billed(UUID id, BigDecimal share) {}

    /** A charge to be raised; of a credit, its amount is positive too. */
    record PlannedCharge(UUID id, UUID unit, String type, String concept, long amount) {
        boolean isCredit() {
            return type.equals("CREDIT");
        }
    }

    /** A payment, and what becomes of it. */
    record PlannedPayment(
            UUID id,
            UUID unit,
            String method,
            long amount,
            String reference,
            LocalDate paidOn,
            Instant at,
            Fate fate) {}

    /** What the office makes of a payment; REVERSED ones are approved before. */
    enum Fate {
        SUBMITTED,
        APPROVED,
        REJECTED
    }

    List<UUID> unitIds() {
        return units.stream().map(Billed::id).toList();
    }

    boolean isHome(UUID unit) {
        return unit.equals(stage.residentUnit());
    }

    UUID chargeId(String type, UUID unit) {
        return dice.id("charge " + type, unit, month.period(), 0);
    }

    UUID paymentId(int number, UUID unit) {
        return dice.id("payment", unit, month.period(), number);
    }

    /** The month's costs by share, and what happens to some: work on the building, interest, a fine, a credit. */
    List<PlannedCharge> charges(SeedTexts texts, Map<UUID, Long> overdue) {
        List<PlannedCharge> charges = new ArrayList<>();
        long total = costs();
        split(charges, "COMMON", texts.of("charge.common"), total);
        if (month.period().getMonthValue() % 4 == 0) {
            split(charges, "EXTRAORDINARY", texts.of("charge.extraordinary"), total * 30 / OF_HUNDRED);
        }
        long each = total / units.size();
        for (Billed unit : units) {
            long late = overdue.getOrDefault(unit.id(), 0L);
            if (late >= OF_HUNDRED) {
                add(charges, "INTEREST", unit, texts.of("charge.interest"), late * 2 / OF_HUNDRED);
            }
            if (!isHome(unit.id()) && dice.oneIn(30, "fine", unit.id(), month.period())) {
                add(charges, "FINE", unit, texts.of("charge.fine"), each / 5);
            }
            if (dice.oneIn(20, "credit", unit.id(), month.period())) {
                add(charges, "CREDIT", unit, texts.of("charge.credit"), each / 10);
            }
        }
        return charges;
    }

    /** Raised by mistake, and canceled soon. */
    List<PlannedCharge> mistakes(SeedTexts texts) {
        List<PlannedCharge> charges = new ArrayList<>();
        for (Billed unit : units) {
            if (dice.oneIn(25, "mistake", unit.id(), month.period())) {
                add(charges, "OTHER", unit, texts.of("charge.mistake"), costs() / units.size() / 8);
            }
        }
        return charges;
    }

    private long costs() {
        long each = stage.currency().equals("ARS") ? ARS_OF_A_UNIT : OTHERS_OF_A_UNIT;
        int dearer = dice.about("costs", building, month.period()).nextInt(15);
        return each * units.size() * (OF_HUNDRED + dearer) / OF_HUNDRED;
    }

    private void split(List<PlannedCharge> charges, String type, String concept, long total) {
        List<Long> parts =
                ChargeSplit.byShares(total, units.stream().map(Billed::share).toList());
        for (int place = 0; place < parts.size(); place++) {
            add(charges, type, units.get(place), concept, parts.get(place));
        }
    }

    private void add(List<PlannedCharge> charges, String type, Billed unit, String concept, long amount) {
        if (amount > 0) {
            charges.add(new PlannedCharge(chargeId(type, unit.id()), unit.id(), type, concept, amount));
        }
    }

    /**
     * What comes before one of the reviews.
     *
     * @param due by unit, what it owes
     */
    List<PlannedPayment> payments(boolean second, Map<UUID, Long> due) {
        List<PlannedPayment> payments = new ArrayList<>();
        for (Billed unit : units) {
            long owed = due.getOrDefault(unit.id(), 0L);
            SeedPayer payer = isHome(unit.id()) ? SeedPayer.PUNCTUAL : SeedPayer.of(dice, unit.id());
            boolean late = payer.isLate() || (isHome(unit.id()) && month.isCurrent());
            long amount = owed > 0 && late == second ? payer.pays(owed, dice, unit.id(), month.period()) : 0;
            if (amount > 0) {
                pay(payments, unit.id(), amount, second);
            }
        }
        return payments;
    }

    private void pay(List<PlannedPayment> payments, UUID unit, long amount, boolean second) {
        SplittableRandom random = dice.about("payment", unit, month.period());
        int day = second ? 16 + random.nextInt(10) : 2 + random.nextInt(8);
        // Of the current month the late ones are here already, so that somebody always waits for the review.
        if (!second && !month.hasReached(day)) {
            return;
        }
        boolean open = second ? month.isCurrent() : !month.hasReached(FIRST_REVIEW);
        String method = METHODS.get(random.nextInt(METHODS.size()));
        Instant at = month.at(day, 9 + random.nextInt(8), random.nextInt(60));
        if (!open && !second && dice.oneIn(15, "rejected", unit, month.period())) {
            payments.add(payment(1, unit, method, amount + 100, day, at, Fate.REJECTED));
        }
        payments.add(payment(0, unit, method, amount, day, at, open ? Fate.SUBMITTED : Fate.APPROVED));
    }

    private PlannedPayment payment(int number, UUID unit, String method, long amount, int day, Instant at, Fate fate) {
        int figures = dice.about("reference " + number, unit, month.period()).nextInt(90_000_000) + 10_000_000;
        String reference = method.equals("CASH") ? null : method.substring(0, 2) + "-" + figures;
        return new PlannedPayment(paymentId(number, unit), unit, method, amount, reference, month.day(day), at, fate);
    }

    /** When the office goes through what came; building after building. */
    Instant reviewAt(boolean second) {
        return month.at(second ? SECOND_REVIEW : FIRST_REVIEW, 18, number % 240);
    }

    /** Payments that the bank takes back before the month ends. */
    List<UUID> bounced() {
        return units.stream()
                .map(Billed::id)
                .filter(unit -> !isHome(unit) && SeedPayer.of(dice, unit) == SeedPayer.BOUNCING)
                .filter(unit -> dice.oneIn(3, "bounces", unit, month.period()))
                .map(unit -> paymentId(0, unit))
                .toList();
    }
}
