package io.buildingos.report;

import io.buildingos.kernel.Money;
import java.util.List;

/** How money and tickets went, month by month: the oldest first, and each with the same currencies. */
public record MonthlyReport(List<Month> months) {
    /**
     * One month.
     *
     * @param period as 2026-03
     * @param currencies one entry per currency, the tenant's own always
     */
    public record Month(String period, List<Flow> currencies, long ticketsOpened) {}

    /**
     * In one currency.
     *
     * @param charged what fell due in the month
     * @param collected what was paid in the month and approved
     */
    public record Flow(String currency, Money charged, Money collected) {
        static Flow of(Object[] row) {
            String currency = (String) row[1];
            return new Flow(currency, Sums.money(row[2], currency), Sums.money(row[3], currency));
        }
    }
}
