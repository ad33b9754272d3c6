package io.buildingos.platform;

import java.util.List;

/**
 * The statements that cost the database most, since it began to count.
 *
 * @param counted false where the database doesn't count them: pg_stat_statements isn't loaded there
 */
public record SlowQueries(boolean counted, List<SlowQuery> items) {
    /**
     * One statement, its values left out.
     *
     * @param shareOfTime of the time that all of the application's statements took, 0 to 1
     */
    public record SlowQuery(
            String query,
            long calls,
            double totalMillis,
            double meanMillis,
            double maxMillis,
            long rows,
            double shareOfTime) {}
}
