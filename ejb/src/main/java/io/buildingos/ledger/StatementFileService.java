package io.buildingos.ledger;

import static io.buildingos.kernel.Permission.CHARGE_READ;

import io.buildingos.building.Building;
import io.buildingos.building.Unit;
import io.buildingos.building.Units;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.Money;
import io.buildingos.kernel.SafeText;
import io.buildingos.tenancy.Calendars;
import io.buildingos.tenancy.Tenant;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.hibernate.jpa.HibernateHints;

/** Writes a unit's statement into a file, row by row as the rows come: a long one takes no more memory than a short one. */
@Stateless
public class StatementFileService {
    private static final int ROWS_AT_ONCE = 500;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("date", "kind", "description", "debit", "credit", "balance", "currency")
            .get();

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Units units;

    @Inject
    private Calendars calendars;

    /** Before a byte is written: it also finds out whether there is anything to write for this caller. */
    @Allowed(CHARGE_READ)
    public StatementHead head(UUID id, StatementSpan span) {
        Unit unit = units.reached(id, CHARGE_READ);
        Building building = entityManager.find(Building.class, unit.buildingId());
        Tenant tenant = entityManager.find(Tenant.class, unit.tenantId());
        return new StatementHead(
                id,
                unit.code(),
                Stream.of(building.name(), building.address())
                        .filter(part -> !part.isEmpty())
                        .collect(java.util.stream.Collectors.joining(", ")),
                span,
                calendars.today(unit.tenantId()),
                new Money(opening(id, span), tenant.currency()),
                Letterhead.of(tenant));
    }

    @Allowed(CHARGE_READ)
    public void writeCsv(StatementHead head, OutputStream out) throws IOException {
        units.reached(head.unitId(), CHARGE_READ);
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try (Stream<StatementLine> lines = lines(head)) {
            CSVPrinter csv = new CSVPrinter(writer, FORMAT);
            for (Iterator<StatementLine> each = lines.iterator(); each.hasNext(); ) {
                print(csv, each.next());
            }
            csv.flush();
        }
    }

    @Allowed(CHARGE_READ)
    public void writePdf(StatementHead head, OutputStream out) {
        units.reached(head.unitId(), CHARGE_READ);
        try (Stream<StatementLine> lines = lines(head)) {
            StatementPaper.write(out, head, lines.iterator());
        }
    }

    private static void print(CSVPrinter csv, StatementLine line) throws IOException {
        boolean debit = line.amount().signum() > 0;
        csv.printRecord(
                line.date(),
                line.kind(),
                SafeText.of(line.description()),
                debit ? line.amount().decimal().toPlainString() : "",
                debit ? "" : line.amount().negated().decimal().toPlainString(),
                line.balance().decimal().toPlainString(),
                line.balance().currency());
    }

    private Stream<StatementLine> lines(StatementHead head) {
        return entityManager
                .createQuery(
                        "select " + StatementService.VIEW + " from " + StatementService.FROM
                                + " where e.unitId = :unit and e.enteredOn between :first and :last order by e.position",
                        StatementLine.class)
                .setParameter("unit", head.unitId())
                .setParameter("first", head.span().first())
                .setParameter("last", head.span().last())
                .setHint(HibernateHints.HINT_FETCH_SIZE, ROWS_AT_ONCE)
                .getResultStream();
    }

    private long opening(UUID unit, StatementSpan span) {
        return entityManager
                .createQuery(
                        "select e.balanceMinor from LedgerEntry e where e.unitId = :unit and e.enteredOn < :first"
                                + " order by e.position desc",
                        Long.class)
                .setParameter("unit", unit)
                .setParameter("first", span.first())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(0L);
    }
}
