package io.buildingos.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.buildingos.seed.SeedBook.Billed;
import io.buildingos.seed.SeedBook.Fate;
import io.buildingos.seed.SeedBook.PlannedCharge;
import io.buildingos.seed.SeedBook.PlannedPayment;
import io.buildingos.seed.SeedStage.Member;
import io.buildingos.seed.SeedTicket.Event;
import io.buildingos.seed.SeedTicket.Matter;
import io.buildingos.ticket.Ticket;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeedHistoryTest {
    private static final Instant NOW = Instant.parse("2026-11-25T18:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("America/Argentina/Buenos_Aires");
    private static final UUID BUILDING = UUID.fromString("00000000-0000-7000-8000-0000000000bb");
    private static final SeedDice DICE = new SeedDice(1);
    private static final List<Billed> UNITS = IntStream.range(0, 200)
            .mapToObj(number -> new Billed(unit(number), new BigDecimal("0.0050000000")))
            .toList();

    @Test
    void monthsEndWithTheCurrentOneInTheTenantsOwnCalendar() {
        Instant stillOctober = Instant.parse("2026-11-01T01:00:00Z");
        assertEquals(YearMonth.of(2026, 11), SeedMonth.of(5, 6, ZONE, NOW).period());
        assertEquals(YearMonth.of(2026, 6), SeedMonth.of(0, 6, ZONE, NOW).period());
        assertEquals(
                YearMonth.of(2026, 10), SeedMonth.of(0, 1, ZONE, stillOctober).period());
    }

    @Test
    void nothingHappensInTheFuture() {
        SeedMonth current = SeedMonth.of(5, 6, ZONE, NOW);
        assertEquals(NOW, current.at(28, 9, 0));
        assertEquals(LocalDate.of(2026, 11, 25), current.day(31));
        assertTrue(current.hasReached(25));
        assertFalse(current.hasReached(26));
        assertTrue(SeedMonth.of(4, 6, ZONE, NOW).hasReached(31));
    }

    @Test
    void sharesOfTheCostsSumToWhatTheBuildingCosts() {
        List<PlannedCharge> charges = book(4).charges(texts(), Map.of());
        long common = charges.stream()
                .filter(charge -> charge.type().equals("COMMON"))
                .mapToLong(PlannedCharge::amount)
                .sum();
        assertEquals(0, common % UNITS.size(), "all units cost alike: " + common);
        assertTrue(charges.stream().allMatch(charge -> charge.amount() > 0));
    }

    @Test
    void whoIsLateIsChargedInterest() {
        List<PlannedCharge> charges = book(4).charges(texts(), Map.of(unit(7), 100_000L, unit(8), 40L));
        assertEquals(
                List.of(new PlannedCharge(
                        book(4).chargeId("INTEREST", unit(7)),
                        unit(7),
                        "INTEREST",
                        texts().of("charge.interest"),
                        2_000)),
                charges.stream()
                        .filter(charge -> charge.type().equals("INTEREST"))
                        .toList());
    }

    @Test
    void aPastMonthIsReviewedAndTheCurrentOneLeavesWork() {
        assertTrue(payments(book(4)).stream().noneMatch(payment -> payment.fate() == Fate.SUBMITTED));
        assertTrue(payments(book(5)).stream().anyMatch(payment -> payment.fate() == Fate.SUBMITTED));
        assertTrue(payments(book(4)).stream().anyMatch(payment -> payment.fate() == Fate.REJECTED));
        assertTrue(payments(book(5)).stream().noneMatch(payment -> payment.at().isAfter(NOW)));
    }

    @Test
    void theDemonstrationResidentHasPaidAndWaitsForTheOffice() {
        Set<Fate> before = fates(book(4), unit(0));
        assertTrue(before.contains(Fate.APPROVED) && !before.contains(Fate.SUBMITTED), before.toString());
        assertEquals(Set.of(Fate.SUBMITTED), fates(book(5), unit(0)));
    }

    @Test
    void idsStayTheSameOnAnotherDayOfTheMonth() {
        SeedBook later = book(SeedMonth.of(5, 6, ZONE, NOW.plusSeconds(3 * 86_400)));
        assertEquals(book(5).paymentId(0, unit(3)), later.paymentId(0, unit(3)));
        assertNotEquals(book(5).paymentId(0, unit(3)), book(4).paymentId(0, unit(3)));
        assertNotEquals(
                DICE.id("ticket", BUILDING, YearMonth.of(2026, 11), 1),
                new SeedDice(2).id("ticket", BUILDING, YearMonth.of(2026, 11), 1));
    }

    @Test
    void ticketsMoveAlongTheArrowsAndNeverIntoTheFuture() {
        Set<String> reached = new HashSet<>();
        for (int number = 0; number < 400; number++) {
            Instant opened = NOW.minusSeconds(3_600L * number);
            SeedTicket ticket = played(number, "MEDIUM", member("Operator"), opened);
            reached.add(ticket.status());
            String status = "OPEN";
            for (Event event : ticket.events()) {
                assertFalse(event.at().isAfter(NOW));
                if (event.kind().equals("STATUS")) {
                    assertEquals(status, event.from());
                    assertTrue(Ticket.Status.valueOf(status).canBecome(Ticket.Status.valueOf(event.to())));
                    status = event.to();
                }
            }
            assertEquals(status, ticket.status());
            assertEquals(status.equals("CLOSED"), ticket.closedAt() != null);
            assertEquals(status.equals("CLOSED") || status.equals("RESOLVED"), ticket.resolvedAt() != null);
        }
        assertEquals(Set.of("OPEN", "IN_PROGRESS", "RESOLVED", "CLOSED"), reached);
    }

    @Test
    void whatPressesAndNobodyTakesHasEscalated() {
        SeedTicket alarm = played(1, "URGENT", null, NOW.minusSeconds(3 * 3_600));
        assertEquals(NOW.minusSeconds(3_600), alarm.escalatedAt());
        assertEquals("ESCALATED", alarm.events().get(1).kind());
        assertEquals(null, played(1, "URGENT", null, NOW.minusSeconds(3_600)).escalatedAt());
        assertEquals(null, played(1, "LOW", null, NOW.minusSeconds(3 * 3_600)).escalatedAt());
    }

    @Test
    void everyTextIsThereInEachLanguageAndFits() {
        ResourceBundle english = ResourceBundle.getBundle("io.buildingos.seed.texts_en", Locale.ROOT);
        ResourceBundle spanish = ResourceBundle.getBundle("io.buildingos.seed.texts_es", Locale.ROOT);
        assertEquals(english.keySet(), spanish.keySet());
        for (String story : texts().all("ticket", "title")) {
            Ticket.Category.valueOf(spanish.getString(story + ".category"));
            assertEquals(english.getString(story + ".category"), spanish.getString(story + ".category"));
        }
        assertEquals("Community fee", new SeedTexts("fr-FR").of("charge.common"));
    }

    private static SeedTicket played(int number, String priority, Member assignee, Instant opened) {
        Matter matter = new Matter(
                unit(number), BUILDING, null, "ticket.1", "REPAIR", priority, member("Resident"), assignee, opened);
        return SeedTicket.played(
                matter, member("Admin"), DICE.about("ticket", unit(number), YearMonth.of(2026, 11)), NOW);
    }

    private static Set<Fate> fates(SeedBook book, UUID unit) {
        Set<Fate> fates = new HashSet<>();
        payments(book).stream()
                .filter(payment -> payment.unit().equals(unit))
                .forEach(payment -> fates.add(payment.fate()));
        return fates;
    }

    private static List<PlannedPayment> payments(SeedBook book) {
        Map<UUID, Long> due = new HashMap<>();
        UNITS.forEach(unit -> due.put(unit.id(), 100_000L));
        List<PlannedPayment> payments = new java.util.ArrayList<>(book.payments(false, due));
        payments.addAll(book.payments(true, due));
        return payments;
    }

    private static SeedBook book(int month) {
        return book(SeedMonth.of(month, 6, ZONE, NOW));
    }

    private static SeedBook book(SeedMonth month) {
        SeedStage stage = new SeedStage(
                BUILDING,
                "ARS",
                "es",
                ZONE,
                Map.of(0, BUILDING),
                member("Owner"),
                member("Admin"),
                member("Operator"),
                member("Resident"),
                unit(0));
        return new SeedBook(DICE, stage, month, 0, BUILDING, UNITS);
    }

    private static SeedTexts texts() {
        return new SeedTexts("en");
    }

    private static Member member(String name) {
        return new Member(UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)), name);
    }

    private static UUID unit(int number) {
        return DICE.id("unit", BUILDING, YearMonth.of(2026, 1), number);
    }
}
