package io.buildingos.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The second wall alone: SQL as the application's role, over every table the catalogue says has a tenant. */
@SystemTest
class RowSecurityIT {
    private static final String TENANT_TABLES = """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
            where c.relkind in ('r', 'p') and not c.relispartition
            """;

    @Test
    void everyTenantTableHasForcedRowSecurity(TestStack stack) throws SQLException {
        assertEquals(
                List.of(),
                query(
                        stack.asOwner(),
                        "select t.relname from (" + TENANT_TABLES + ") t join pg_class c on c.relname = t.relname"
                                + " where not (c.relrowsecurity and c.relforcerowsecurity)"));
        assertTrue(walled(stack).size() >= 8, () -> "found only " + walled(stack));
    }

    @Test
    void withoutATenantNothingIsSeen(TestStack stack) throws SQLException {
        DemoTenants.of(stack);
        for (String table : walled(stack)) {
            assertEquals(List.of("0"), query(stack.asApplication(), "select count(*) from " + table), table);
        }
    }

    @Test
    void withAWrongTenantNothingIsSeen(TestStack stack) throws SQLException {
        DemoTenants.of(stack);
        for (String table : walled(stack)) {
            try (Connection connection = stack.asApplication()) {
                enter(connection, UUID.randomUUID());
                assertEquals("0", first(connection, "select count(*) from " + table), table);
            }
        }
    }

    @Test
    void withItsTenantSomethingIsSeen(TestStack stack) throws SQLException {
        UUID tenant = UUID.fromString(DemoTenants.of(stack).idOf("tenant"));
        for (String table : List.of("buildings", "units", "people", "occupancies", "memberships", "audit_entries")) {
            try (Connection connection = stack.asApplication()) {
                enter(connection, tenant);
                assertTrue(Long.parseLong(first(connection, "select count(*) from " + table)) > 0, table);
                assertEquals(
                        "0",
                        first(connection, "select count(*) from " + table + " where tenant_id <> '" + tenant + "'"),
                        table);
            }
        }
    }

    @Test
    void nothingIsWrittenIntoAnotherTenant(TestStack stack) throws SQLException {
        UUID tenant = UUID.fromString(DemoTenants.of(stack).idOf("tenant"));
        for (String table : walled(stack)) {
            try (Connection connection = stack.asApplication()) {
                enter(connection, UUID.randomUUID());
                SQLException refused = assertThrows(
                        SQLException.class,
                        () -> first(
                                connection,
                                "insert into " + table + " (tenant_id) values ('" + tenant + "') returning 1"),
                        table);
                assertTrue(
                        refused.getMessage().contains("row-level security")
                                || refused.getMessage().contains("permission denied"),
                        table + ": " + refused.getMessage());
            }
        }
    }

    @Test
    void theApplicationsRoleHasNoWayAround(TestStack stack) throws SQLException {
        assertEquals(
                List.of("f"),
                query(
                        stack.asApplication(),
                        "select rolsuper or rolbypassrls or rolcreaterole from pg_roles where rolname = current_user"));
        assertEquals(
                List.of(),
                query(
                        stack.asApplication(),
                        "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                                + " where n.nspname = 'public' and pg_get_userbyid(c.relowner) = current_user"));
    }

    /** What was added without looking at the rows there (NOT VALID) is looked at by a later file. */
    @Test
    void everyConstraintHoldsForEveryRow(TestStack stack) throws SQLException {
        assertEquals(
                List.of(),
                query(
                        stack.asOwner(),
                        "select conrelid::regclass || '.' || conname from pg_constraint where not convalidated"));
    }

    @Test
    void everyForeignKeyHasAnIndex(TestStack stack) throws SQLException {
        assertEquals(List.of(), query(stack.asOwner(), """
                        select f.conrelid::regclass || '.' || f.conname from pg_constraint f
                        where f.contype = 'f' and f.connamespace = 'public'::regnamespace and not exists (
                          select 1 from pg_index i where i.indrelid = f.conrelid
                          and (i.indkey::smallint[])[0:cardinality(f.conkey) - 1] @> f.conkey
                          and f.conkey @> (i.indkey::smallint[])[0:cardinality(f.conkey) - 1])
                        """));
    }

    private static List<String> walled(TestStack stack) {
        try {
            return query(stack.asOwner(), "select * from (" + TENANT_TABLES + ") t order by 1");
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void enter(Connection connection, UUID tenant) throws SQLException {
        connection.setAutoCommit(false);
        first(connection, "select set_config('app.tenant', '" + tenant + "', true)");
    }

    private static String first(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static List<String> query(Connection opened, String sql) throws SQLException {
        try (Connection connection = opened;
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
