package io.buildingos.ledger;

import io.buildingos.kernel.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * The days a statement is about.
 *
 * @param from the first, or null: from the beginning
 * @param to the last, or null: until today
 */
public record StatementSpan(LocalDate from, LocalDate to) {
    /** Of a query's two parameters, either of which may be missing. */
    public static StatementSpan of(String from, String to) {
        return new StatementSpan(date("from", from), date("to", to));
    }

    private static LocalDate date(String name, String text) {
        if (text == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() < 1 || date.getYear() > 9999) {
                throw Refusal.malformed(name, "is out of range");
            }
            return date;
        } catch (DateTimeException malformed) {
            throw Refusal.malformed(name, "must be a date");
        }
    }

    LocalDate first() {
        return from == null ? LocalDate.of(1, 1, 1) : from;
    }

    LocalDate last() {
        return to == null ? LocalDate.of(9999, 12, 31) : to;
    }
}
