package io.buildingos.report;

import io.buildingos.kernel.Money;

/**
 * What is overdue, by how long.
 *
 * @param upTo30 due one to thirty days ago; the others likewise
 */
public record Aging(Money total, Money upTo30, Money from31To60, Money from61To90, Money over90) {
    /** On charges as c and the day as {@code :today}, in the order of {@link #of}. */
    static final String SUMS = """
            sum(c.amount_minor - c.allocated_minor),
                sum(c.amount_minor - c.allocated_minor) filter (where :today - c.due_on <= 30),
                sum(c.amount_minor - c.allocated_minor) filter (where :today - c.due_on between 31 and 60),
                sum(c.amount_minor - c.allocated_minor) filter (where :today - c.due_on between 61 and 90),
                sum(c.amount_minor - c.allocated_minor) filter (where :today - c.due_on > 90)""".replace(":today", "cast(:today as date)");

    /** What is owed and should have been paid. */
    static final String OVERDUE = " c.canceled_at is null and c.allocated_minor < c.amount_minor and c.type <> 'CREDIT'"
            + " and c.due_on < :today";

    static Aging of(Object[] row, int first, String currency) {
        return new Aging(
                Sums.money(row[first], currency),
                Sums.money(row[first + 1], currency),
                Sums.money(row[first + 2], currency),
                Sums.money(row[first + 3], currency),
                Sums.money(row[first + 4], currency));
    }
}
