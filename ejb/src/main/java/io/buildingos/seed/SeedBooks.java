package io.buildingos.seed;

import io.buildingos.audit.AuditLog;
import io.buildingos.ledger.Allocations;
import io.buildingos.ledger.EntryKind;
import io.buildingos.ledger.Posting;
import io.buildingos.ledger.UnitAccounts;
import io.buildingos.seed.SeedBook.Fate;
import io.buildingos.seed.SeedBook.PlannedCharge;
import io.buildingos.seed.SeedBook.PlannedPayment;
import io.buildingos.seed.SeedBookRows.Approved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Keeps the books of the demonstration: month by month, and in each building by building, first what is charged, then what
 * comes in time, then what comes late. It goes on from what is in the books, whoever wrote it; what covers what is decided
 * by the ledger.
 */
@ApplicationScoped
class SeedBooks {
    static final int PHASES = 3;

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private UnitAccounts accounts;

    @Inject
    private Allocations allocations;

    @Inject
    private AuditLog auditLog;

    @Inject
    private Clock clock;

    int write(SeedPlan plan, SeedStage stage, int piece) {
        int buildings = plan.parameters().buildings();
        int number = piece % buildings;
        int phase = piece / buildings % PHASES;
        SeedMonth month =
                SeedMonth.of(piece / buildings / PHASES, plan.parameters().months(), stage.zone(), clock.instant());
        UUID building = stage.buildings().get(number);
        if (building == null) {
            return 0;
        }
        return entityManager.unwrap(Session.class).doReturningWork(connection -> {
            SeedRows rows = new SeedRows(connection);
            var units = SeedBookRows.billed(rows, stage.tenantId(), building);
            return units.isEmpty()
                    ? 0
                    : write(rows, new SeedBook(plan.dice(), stage, month, number, building, units), phase);
        });
    }

    private int write(SeedRows connection, SeedBook book, int phase) throws SQLException {
        SeedBookRows rows = new SeedBookRows(connection, book);
        SeedTexts texts = new SeedTexts(book.stage().locale());
        return switch (phase) {
            case 0 -> charge(connection, rows, book, texts);
            case 1 -> collect(connection, rows, book, texts, false);
            default -> collect(connection, rows, book, texts, true) + close(rows, book, texts);
        };
    }

    private int charge(SeedRows connection, SeedBookRows rows, SeedBook book, SeedTexts texts) throws SQLException {
        if (rows.isChargedSince()) {
            return 0;
        }
        List<UUID> units = book.unitIds();
        accounts.locked(units);
        LocalDate day = book.month().day(SeedBook.OPENS_ON);
        Instant at = book.month().at(SeedBook.OPENS_ON, 9, 0);
        List<PlannedCharge> charges =
                book.charges(texts, rows.owed(book.month().period().atDay(1)));
        rows.insertCharges(charges, at);
        accounts.post(charges.stream().map(SeedBooks::posting).toList(), day, at);
        allocations.coverCharges(units, ids(charges, false), at);
        allocations.coverBy(units, ids(charges, true), at);
        new SeedMoneyNotices(connection, book).published(charges, at);
        tell(book, "building.charged-by-seed", Map.of("charges", charges.size()));
        return charges.size();
    }

    private int collect(SeedRows connection, SeedBookRows rows, SeedBook book, SeedTexts texts, boolean second)
            throws SQLException {
        List<PlannedPayment> payments = book.payments(
                second, rows.owed(book.month().period().plusMonths(1).atDay(1)));
        if (payments.isEmpty()
                || connection.isThere(payments.stream().map(PlannedPayment::id).toList(), "payments")) {
            return 0;
        }
        accounts.locked(payments.stream().map(PlannedPayment::unit).toList());
        Instant reviewed = book.reviewAt(second);
        rows.insertPayments(payments, reviewed, texts.of("payment.rejected"), proof(connection, book));
        List<PlannedPayment> approved = payments.stream()
                .filter(payment -> payment.fate() == Fate.APPROVED)
                .toList();
        if (!approved.isEmpty()) {
            approve(rows, book, approved, second);
            new SeedMoneyNotices(connection, book).approved(approved, reviewed);
        }
        tell(book, "building.paid-by-seed", Map.of("payments", payments.size()));
        return payments.size();
    }

    private void approve(SeedBookRows rows, SeedBook book, List<PlannedPayment> approved, boolean second)
            throws SQLException {
        Instant at = book.reviewAt(second);
        LocalDate day = book.month().day(second ? SeedBook.SECOND_REVIEW : SeedBook.FIRST_REVIEW);
        accounts.post(
                approved.stream()
                        .map(payment ->
                                Posting.ofPayment(payment.unit(), payment.amount(), payment.id(), payment.reference()))
                        .toList(),
                day,
                at);
        allocations.coverBy(
                approved.stream().map(PlannedPayment::unit).toList(),
                approved.stream().map(PlannedPayment::id).toList(),
                at);
        rows.insertReceipts(approved, day, at);
    }

    /** The end of a month that is over: what bounced is taken back, and so is what was charged by mistake. */
    private int close(SeedBookRows rows, SeedBook book, SeedTexts texts) throws SQLException {
        if (book.month().isCurrent() || !rows.isCharged()) {
            return 0;
        }
        Instant at = book.month().at(SeedBook.CLOSES_ON, 17, 0);
        LocalDate day = book.month().day(SeedBook.CLOSES_ON);
        List<Approved> bounced = rows.approved(book.bounced());
        for (Approved payment : bounced) {
            accounts.locked(payment.unit());
            allocations.release(payment.unit(), payment.id(), at);
            rows.reverse(payment.id(), texts.of("payment.reversed"), at);
            accounts.post(
                    List.of(Posting.takingBackPayment(
                            payment.unit(),
                            payment.amount(),
                            payment.id(),
                            accounts.entryOf(payment.unit(), payment.id()),
                            texts.of("payment.reversed"))),
                    day,
                    at);
        }
        return bounced.size() + takeBackMistakes(rows, book, texts, day, at);
    }

    private int takeBackMistakes(SeedBookRows rows, SeedBook book, SeedTexts texts, LocalDate day, Instant at)
            throws SQLException {
        List<PlannedCharge> mistakes = book.mistakes(texts);
        if (mistakes.isEmpty() || rows.areThere(mistakes)) {
            return 0;
        }
        accounts.locked(mistakes.stream().map(PlannedCharge::unit).toList());
        rows.insertCharges(mistakes, at);
        accounts.post(mistakes.stream().map(SeedBooks::posting).toList(), day, at);
        rows.cancel(ids(mistakes, false), texts.of("charge.canceled"), at);
        Map<UUID, UUID> entries = rows.entriesOf(ids(mistakes, false));
        accounts.post(
                mistakes.stream()
                        .map(charge -> Posting.takingBackCharge(
                                charge.unit(),
                                EntryKind.CHARGE_CANCELED,
                                -charge.amount(),
                                charge.id(),
                                entries.get(charge.id()),
                                texts.of("charge.canceled")))
                        .toList(),
                day,
                at);
        return mistakes.size();
    }

    private static UUID proof(SeedRows rows, SeedBook book) throws SQLException {
        UUID proof = SeedDocuments.proofId(book.dice(), book.stage());
        return rows.isThere(List.of(proof), "documents") ? proof : null;
    }

    private static Posting posting(PlannedCharge charge) {
        return Posting.ofCharge(
                charge.unit(),
                charge.isCredit() ? EntryKind.CREDIT : EntryKind.CHARGE,
                charge.isCredit() ? -charge.amount() : charge.amount(),
                charge.id(),
                charge.concept());
    }

    private static List<UUID> ids(List<PlannedCharge> charges, boolean credits) {
        return charges.stream()
                .filter(charge -> charge.isCredit() == credits)
                .map(PlannedCharge::id)
                .toList();
    }

    private void tell(SeedBook book, String action, Map<String, Object> what) {
        auditLog.happened(action, "building", book.building(), what);
    }
}
