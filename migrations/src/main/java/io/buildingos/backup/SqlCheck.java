package io.buildingos.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * One question about a whole database; what it answers is what is wrong.
 *
 * @param query set-based, one text column, run in the system's scope
 */
public record SqlCheck(String name, String query) {
    /** Those about the database itself; the product's own are added by whoever knows them. */
    public static final List<SqlCheck> STRUCTURE = List.of(
            new SqlCheck(
                    "indexes are valid",
                    "select indexrelid::regclass::text from pg_index where not indisvalid or not indisready"),
            new SqlCheck("row security is forced on every table with policies", """
                    select c.oid::regclass::text from pg_class c
                    where exists (select from pg_policy p where p.polrelid = c.oid)
                    and not (c.relrowsecurity and c.relforcerowsecurity)
                    """),
            new SqlCheck("triggers are enabled", """
                    select tgrelid::regclass || '.' || tgname from pg_trigger where tgenabled = 'D'
                    """));

    private static final int SHOWN = 10;

    static List<String> findings(List<SqlCheck> checks, Connection connection) throws SQLException {
        List<String> findings = new ArrayList<>();
        for (SqlCheck check : checks) {
            List<String> rows = TableCounts.strings(connection, check.query());
            if (!rows.isEmpty()) {
                String more = rows.size() > SHOWN ? " and " + (rows.size() - SHOWN) + " more" : "";
                findings.add("not so: " + check.name() + ": "
                        + String.join(", ", rows.subList(0, Math.min(SHOWN, rows.size()))) + more);
            }
        }
        return findings;
    }
}
