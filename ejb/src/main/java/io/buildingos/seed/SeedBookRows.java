package io.buildingos.seed;

import io.buildingos.kernel.BulkInsert;
import io.buildingos.kernel.NameKey;
import io.buildingos.seed.SeedBook.Billed;
import io.buildingos.seed.SeedBook.Fate;
import io.buildingos.seed.SeedBook.PlannedCharge;
import io.buildingos.seed.SeedBook.PlannedPayment;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** The rows of one building's month: its charges, payments and receipts. What follows from them is the ledger's. */
final class SeedBookRows {
    private static final Long NEW = 0L;

    private final SeedRows rows;
    private final SeedBook book;

    SeedBookRows(SeedRows rows, SeedBook book) {
        this.rows = rows;
        this.book = book;
    }

    static List<Billed> billed(SeedRows rows, UUID tenant, UUID building) throws SQLException {
        return rows.list(
                "select id, share from units where tenant_id = ? and building_id = ? and archived_at is null"
                        + " and billable and share > 0 order by code_key, id",
                row -> new Billed(SeedRows.id(row), row.getBigDecimal(2)),
                tenant,
                building);
    }

    /** In this month. */
    boolean isCharged() throws SQLException {
        return isCharged("=");
    }

    /** In this month or a later one: a ledger doesn't grow backwards. */
    boolean isChargedSince() throws SQLException {
        return isCharged(">=");
    }

    private boolean isCharged(String when) throws SQLException {
        return rows.isThere(
                "select from charges where tenant_id = ? and building_id = ? and period " + when
                        + " ? and type = 'COMMON'",
                tenant(),
                book.building(),
                book.month().period().toString());
    }

    boolean areThere(List<PlannedCharge> charges) throws SQLException {
        return rows.isThere(charges.stream().map(PlannedCharge::id).toList(), "charges");
    }

    /** By unit, what isn't paid of what was due before a day. */
    Map<UUID, Long> owed(LocalDate before) throws SQLException {
        Map<UUID, Long> owed = new HashMap<>();
        rows.list(
                "select unit_id, sum(amount_minor - allocated_minor) from charges where tenant_id = ? and unit_id = any (?)"
                        + " and type <> 'CREDIT' and canceled_at is null and allocated_minor < amount_minor and due_on < ?"
                        + " group by unit_id",
                row -> owed.put(SeedRows.id(row), row.getLong(2)),
                tenant(),
                book.unitIds(),
                before);
        return owed;
    }

    void insertCharges(List<PlannedCharge> charges, Instant at) throws SQLException {
        YearMonth period = book.month().period();
        UUID batch = book.dice().id("batch", book.building(), period, 0);
        BulkInsert.<PlannedCharge>into("charges")
                .column("id", "uuid", PlannedCharge::id)
                .column("version", "bigint", charge -> NEW)
                .column("tenant_id", "uuid", charge -> tenant())
                .column("building_id", "uuid", charge -> book.building())
                .column("unit_id", "uuid", PlannedCharge::unit)
                .column("currency", "text", charge -> book.stage().currency())
                .column("period", "text", charge -> period.toString())
                .column("type", "text", PlannedCharge::type)
                .column("concept", "text", PlannedCharge::concept)
                .column("concept_key", "text", charge -> NameKey.of(charge.concept()))
                .column("amount_minor", "bigint", PlannedCharge::amount)
                .column("allocated_minor", "bigint", charge -> 0L)
                .column("due_on", "date", charge -> period.atDay(SeedBook.DUE_ON))
                .column("batch_id", "uuid", charge -> charge.type().equals("COMMON") ? batch : null)
                .column("created_at", "timestamptz", charge -> Timestamp.from(at))
                .execute(connection(), charges);
    }

    /** By charge, the entry by which it came in. */
    Map<UUID, UUID> entriesOf(List<UUID> charges) throws SQLException {
        Map<UUID, UUID> entries = new HashMap<>();
        rows.list(
                "select charge_id, id from ledger_entries where charge_id = any (?) and kind = 'CHARGE'",
                row -> entries.put(SeedRows.id(row), row.getObject(2, UUID.class)),
                charges);
        return entries;
    }

    void cancel(List<UUID> charges, String reason, Instant at) throws SQLException {
        rows.change(
                "update charges set canceled_at = ?, cancel_reason = ?, version = version + 1 where id = any (?)",
                at,
                reason,
                charges);
    }

    /** @param proof the document of the demonstration resident's transfer, or null */
    void insertPayments(List<PlannedPayment> payments, Instant reviewedAt, String rejection, UUID proof)
            throws SQLException {
        BulkInsert.<PlannedPayment>into("payments")
                .column("id", "uuid", PlannedPayment::id)
                .column("version", "bigint", payment -> NEW)
                .column("tenant_id", "uuid", payment -> tenant())
                .column("building_id", "uuid", payment -> book.building())
                .column("unit_id", "uuid", PlannedPayment::unit)
                .column("currency", "text", payment -> book.stage().currency())
                .column("method", "text", PlannedPayment::method)
                .column("amount_minor", "bigint", PlannedPayment::amount)
                .column("allocated_minor", "bigint", payment -> 0L)
                .column("reference", "text", PlannedPayment::reference)
                .column(
                        "reference_key",
                        "text",
                        payment -> payment.reference() == null ? null : NameKey.of(payment.reference()))
                .column("paid_on", "date", PlannedPayment::paidOn)
                .column("proof_document_id", "uuid", payment -> book.isHome(payment.unit()) ? proof : null)
                .column("status", "text", payment -> payment.fate().name())
                .column("submitted_at", "timestamptz", payment -> Timestamp.from(payment.at()))
                .column("submitted_by", "uuid", this::submitter)
                .column(
                        "reviewed_at",
                        "timestamptz",
                        payment -> payment.fate() == Fate.SUBMITTED ? null : Timestamp.from(reviewedAt))
                .column("rejection_reason", "text", payment -> payment.fate() == Fate.REJECTED ? rejection : null)
                .execute(connection(), payments);
    }

    private UUID submitter(PlannedPayment payment) {
        return (book.isHome(payment.unit())
                        ? book.stage().resident()
                        : book.stage().operator())
                .userId();
    }

    /** Numbered as if they had been issued one by one. */
    void insertReceipts(List<PlannedPayment> approved, LocalDate issuedOn, Instant at) throws SQLException {
        long last = rows.first(
                        "insert into receipt_counters (tenant_id, year, last_number) values (?, ?, ?)"
                                + " on conflict (tenant_id, year)"
                                + " do update set last_number = receipt_counters.last_number + excluded.last_number"
                                + " returning last_number",
                        row -> row.getLong(1),
                        tenant(),
                        issuedOn.getYear(),
                        (long) approved.size())
                .orElseThrow();
        AtomicLong number = new AtomicLong(last - approved.size());
        BulkInsert.<PlannedPayment>into("receipts")
                .column(
                        "id",
                        "uuid",
                        payment -> book.dice()
                                .id("receipt", payment.id(), book.month().period(), 0))
                .column("version", "bigint", payment -> NEW)
                .column("tenant_id", "uuid", payment -> tenant())
                .column("building_id", "uuid", payment -> book.building())
                .column("unit_id", "uuid", PlannedPayment::unit)
                .column("payment_id", "uuid", PlannedPayment::id)
                .column("year", "int", payment -> issuedOn.getYear())
                .column("number", "bigint", payment -> number.incrementAndGet())
                .column("issued_on", "date", payment -> issuedOn)
                .column("created_at", "timestamptz", payment -> Timestamp.from(at))
                // Nobody waits for mail about a payment of months ago; the paper is made when somebody asks for it.
                .column("delivered_at", "timestamptz", payment -> Timestamp.from(at))
                .execute(connection(), approved);
    }

    /** Payments that are approved by now, of these: unit and amount. */
    List<Approved> approved(List<UUID> payments) throws SQLException {
        return rows.list(
                "select id, unit_id, amount_minor from payments where id = any (?) and status = 'APPROVED' order by id",
                row -> new Approved(SeedRows.id(row), row.getObject(2, UUID.class), row.getLong(3)),
                payments);
    }

    /** Money that has come. */
    record Approved(UUID id, UUID unit, long amount) {}

    void reverse(UUID payment, String reason, Instant at) throws SQLException {
        rows.change(
                "update payments set status = 'REVERSED', reversed_at = ?, reversal_reason = ?, version = version + 1"
                        + " where id = ?",
                at,
                reason,
                payment);
        rows.change("update receipts set annulled_at = ?, version = version + 1 where payment_id = ?", at, payment);
    }

    private UUID tenant() {
        return book.stage().tenantId();
    }

    private Connection connection() {
        return rows.connection();
    }
}
