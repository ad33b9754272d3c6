package io.buildingos.report;

import io.buildingos.kernel.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * What a report is asked about.
 *
 * @param building null: all in reach
 * @param from the first day, or null: from the beginning
 * @param to the last day, or null: without end
 */
public record ReportScope(UUID building, LocalDate from, LocalDate to) {
    private static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);
    private static final LocalDate END = LocalDate.of(9998, 12, 31);

    /** Of a query's parameters, any of which may be missing. */
    public static ReportScope of(String building, String from, String to) {
        ReportScope scope = new ReportScope(id(building), date("from", from), date("to", to));
        if (scope.last().isBefore(scope.first())) {
            throw Refusal.malformed("to", "must not be before from");
        }
        return scope;
    }

    LocalDate first() {
        return from == null ? BEGINNING : from;
    }

    LocalDate last() {
        return to == null ? END : to;
    }

    Instant since(ZoneId zone) {
        return first().atStartOfDay(zone).toInstant();
    }

    /** The first moment after the last day. */
    Instant until(ZoneId zone) {
        return last().plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static UUID id(String text) {
        if (text == null) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw Refusal.malformed("building", "must be a uuid");
        }
    }

    private static LocalDate date(String name, String text) {
        if (text == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.isBefore(BEGINNING) || date.isAfter(END)) {
                throw Refusal.malformed(name, "is out of range");
            }
            return date;
        } catch (DateTimeException malformed) {
            throw Refusal.malformed(name, "must be a date");
        }
    }
}
