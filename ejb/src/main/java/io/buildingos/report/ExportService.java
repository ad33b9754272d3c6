package io.buildingos.report;

import static io.buildingos.kernel.Permission.REPORT_READ;

import io.buildingos.audit.AuditLog;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Money;
import io.buildingos.kernel.Planner;
import io.buildingos.report.Export.Column;
import io.buildingos.tenancy.Calendars;
import io.buildingos.tenancy.Plan;
import io.buildingos.tenancy.PlanLimits;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.Session;

/** Writes whole tables into files, a row as it comes from the database: a long one takes no more memory than a short one. */
@Stateless
public class ExportService {
    private static final int ROWS_AT_ONCE = 500;

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private PlanLimits planLimits;

    @Inject
    private Calendars calendars;

    @Inject
    private AuditLog auditLog;

    /** Before a byte is written, and in a transaction of its own: who took what away is known even if the line breaks. */
    @Allowed(REPORT_READ)
    public ExportFile grant(Export export, ExportFormat format) {
        planLimits.requireFeature(Plan.Feature.EXPORT);
        auditLog.happened(
                "export.downloaded", "export", null, Map.of("table", export.label(), "format", format.extension()));
        return new ExportFile(
                export, format, calendars.today(currentCaller.get().requireTenant()));
    }

    @Allowed(REPORT_READ)
    public void write(ExportFile file, OutputStream out) throws IOException {
        planLimits.requireFeature(Plan.Feature.EXPORT);
        List<Column> columns = file.export().columns();
        try (Stream<Object[]> rows = rows(file.export());
                RowSink sink = file.format().open(out, file.export().label())) {
            sink.write(List.copyOf(columns.stream().map(Column::name).toList()));
            for (Iterator<Object[]> each = rows.iterator(); each.hasNext(); ) {
                sink.write(cells(columns, each.next()));
            }
        }
    }

    /** In the order of an index, as every export is. */
    private Stream<Object[]> rows(Export export) {
        Planner.neverSort(entityManager);
        ReachedRows reached = ReachedRows.of(currentCaller.get(), null);
        return reached.bind(entityManager.unwrap(Session.class).createNativeQuery(export.sql(reached), Object[].class))
                .setFetchSize(ROWS_AT_ONCE)
                .getResultStream();
    }

    private static List<Object> cells(List<Column> columns, Object[] row) {
        List<Object> cells = new ArrayList<>(row.length);
        for (int index = 0; index < row.length; index++) {
            cells.add(cell(columns.get(index), row[index], row[row.length - 1]));
        }
        return cells;
    }

    private static Object cell(Column column, Object value, Object currency) {
        if (value == null) {
            return null;
        }
        return switch (column.kind()) {
            case TEXT -> value.toString();
            case NUMBER -> value;
            case MONEY -> new Money(((Number) value).longValue(), currency.toString()).decimal();
        };
    }
}
