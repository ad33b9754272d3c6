package io.buildingos.report;

import io.buildingos.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * How a tenant's money stands.
 *
 * @param asOf the tenant's day by which things are overdue
 * @param currencies one entry per currency, the tenant's own always
 * @param delinquentUnits those that owe most, a hundred at most
 */
public record FinanceReport(LocalDate asOf, List<Figures> currencies, List<DelinquentUnit> delinquentUnits) {
    /**
     * In one currency.
     *
     * @param charged what fell due in the period
     * @param collected what was paid in the period and approved
     * @param outstanding what of the charged isn't covered yet
     * @param collectionRate which part of the charged is covered, between 0 and 1; 0 when nothing was charged
     * @param delinquentUnits how many units owe something that is overdue today, whenever it fell due
     * @param overdue what these owe
     */
    public record Figures(
            String currency,
            Money charged,
            Money collected,
            Money outstanding,
            double collectionRate,
            long delinquentUnits,
            Aging overdue) {
        static Figures of(Object[] row) {
            String currency = (String) row[0];
            Money charged = Sums.money(row[1], currency);
            Money outstanding = Sums.money(row[3], currency);
            return new Figures(
                    currency,
                    charged,
                    Sums.money(row[2], currency),
                    outstanding,
                    charged.signum() == 0
                            ? 0
                            : (double) charged.minus(outstanding).amountMinor() / charged.amountMinor(),
                    Sums.count(row[4]),
                    Aging.of(row, 5, currency));
        }
    }

    /** A unit that owes something overdue, in one currency. */
    public record DelinquentUnit(
            UUID unitId, String unitCode, UUID buildingId, String buildingName, LocalDate oldestDueOn, Aging overdue) {
        static DelinquentUnit of(Object[] row) {
            return new DelinquentUnit(
                    (UUID) row[0],
                    (String) row[1],
                    (UUID) row[2],
                    (String) row[3],
                    LocalDate.parse((String) row[4]),
                    Aging.of(row, 6, (String) row[5]));
        }
    }
}
