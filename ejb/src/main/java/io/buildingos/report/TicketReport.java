package io.buildingos.report;

import java.util.List;

/** How many tickets were opened in a period, of which kind, and how long people waited. */
public record TicketReport(
        long opened,
        List<Count> byStatus,
        List<Count> byPriority,
        List<Count> byCategory,
        Wait firstAnswer,
        Wait resolution) {
    /** How many have the value; values that none has are left out. */
    public record Count(String value, long tickets) {}

    /**
     * From the opening of a ticket.
     *
     * @param tickets how many have got there
     * @param meanSeconds null where none has; so is the other
     */
    public record Wait(long tickets, Double meanSeconds, Double medianSeconds) {
        static Wait of(Object[] row, int first) {
            return new Wait(Sums.count(row[first]), seconds(row[first + 1]), seconds(row[first + 2]));
        }

        private static Double seconds(Object value) {
            return value == null ? null : ((Number) value).doubleValue();
        }
    }
}
