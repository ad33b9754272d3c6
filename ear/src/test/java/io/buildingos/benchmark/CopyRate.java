package io.buildingos.benchmark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** How fast PostgreSQL's own COPY takes the rows that the seed job made, into tables with the same indexes and checks. */
final class CopyRate {
    private static final List<String> TABLES = List.of(
            "tenants",
            "subscriptions",
            "users",
            "memberships",
            "membership_roles",
            "buildings",
            "units",
            "people",
            "occupancies");

    private final String ownersUrl;

    CopyRate(String ownersUrl) {
        this.ownersUrl = ownersUrl;
    }

    /** Seconds for all tables, one after the other, in one transaction each. */
    double seconds() {
        try (Connection connection = DriverManager.getConnection(ownersUrl);
                Statement statement = connection.createStatement()) {
            statement.execute("set app.scope = 'system'");
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            Map<String, byte[]> rows = new LinkedHashMap<>();
            statement.execute("create schema copied");
            try {
                for (String table : TABLES) {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    copy.copyOut("copy (select * from %s) to stdout".formatted(table), bytes);
                    rows.put(table, bytes.toByteArray());
                    statement.execute("create table copied.%1$s (like %1$s including all)".formatted(table));
                }
                long begin = System.nanoTime();
                for (var entry : rows.entrySet()) {
                    copy.copyIn(
                            "copy copied.%s from stdin".formatted(entry.getKey()),
                            new ByteArrayInputStream(entry.getValue()));
                }
                return (System.nanoTime() - begin) / 1e9;
            } finally {
                statement.execute("drop schema copied cascade");
            }
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
