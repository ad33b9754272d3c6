package io.buildingos.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a database holds, in figures that can be compared. */
final class TableCounts {
    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname) name, c.oid from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and c.relpersistence <> 't'
            and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_toast%'
            and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass
              and d.deptype = 'e')
            order by 1
            """;

    private TableCounts() {}

    /** Every tenant's rows are seen until the connection ends. */
    static void enterSystemScope(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "select set_config('app.scope', 'system', false), set_config('statement_timeout', '0', false),"
                            + " set_config('idle_in_transaction_session_timeout', '0', false),"
                            // Who is served by the same machine needs it as well.
                            + " set_config('max_parallel_workers_per_gather', '0', false)");
        }
    }

    static List<String> tables(Connection connection) throws SQLException {
        return strings(connection, TABLES);
    }

    /** In bytes, without their indexes. */
    static Map<String, Long> sizes(Connection connection) throws SQLException {
        Map<String, Long> sizes = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select name, pg_table_size(oid) from (" + TABLES + ") t")) {
            while (rows.next()) {
                sizes.put(rows.getString(1), rows.getLong(2));
            }
        }
        return sizes;
    }

    static Map<String, Long> of(Connection connection, List<String> tables) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String table : tables) {
                try (ResultSet row = statement.executeQuery("select count(*) from " + table)) {
                    row.next();
                    counts.put(table, row.getLong(1));
                }
            }
        }
        return counts;
    }

    /** The newest applied migration; "none" in a database without any. */
    static String schemaVersion(Connection connection, String schema) throws SQLException {
        String history = "\"" + schema.replace("\"", "\"\"") + "\".flyway_schema_history";
        try (var exists = connection.prepareStatement("select to_regclass(?) is not null")) {
            exists.setString(1, history);
            try (ResultSet row = exists.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    return "none";
                }
            }
        }
        return strings(connection, "select coalesce(max(version), 'none') from " + history + " where success")
                .get(0);
    }

    /** What differs, in words; none if nothing does. */
    static List<String> differences(Map<String, Long> expected, Map<String, Long> found) {
        List<String> differences = new ArrayList<>();
        Map<String, Long> all = new TreeMap<>(expected);
        all.putAll(found);
        for (String table : all.keySet()) {
            if (!found.containsKey(table)) {
                differences.add(table + " is missing");
            } else if (!expected.containsKey(table)) {
                differences.add(table + " isn't in the manifest");
            } else if (!expected.get(table).equals(found.get(table))) {
                differences.add("%s has %d rows, not %d".formatted(table, found.get(table), expected.get(table)));
            }
        }
        return differences;
    }

    static List<String> strings(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    static String oneLine(SQLException failure) {
        return String.valueOf(failure.getMessage()).strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
