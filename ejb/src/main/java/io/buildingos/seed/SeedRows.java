package io.buildingos.seed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads rows and changes them; ids travel as one array, so that their number has no bound. */
final class SeedRows {
    private final Connection connection;

    SeedRows(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    <T> List<T> list(String sql, Reading<T> reading, Object... values) throws SQLException {
        try (PreparedStatement query = prepared(sql, values);
                ResultSet rows = query.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reading.of(rows));
            }
            return read;
        }
    }

    <T> Optional<T> first(String sql, Reading<T> reading, Object... values) throws SQLException {
        return list(sql, reading, values).stream().findFirst();
    }

    boolean isThere(String sql, Object... values) throws SQLException {
        return !list("select 1 where exists (" + sql + ")", row -> true, values).isEmpty();
    }

    /** Of one of these ids. */
    boolean isThere(Collection<UUID> ids, String table) throws SQLException {
        return isThere("select from " + table + " where id = any (?)", ids);
    }

    int change(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values)) {
            return statement.executeUpdate();
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int place = 0; place < values.length; place++) {
            Object value = values[place];
            if (value instanceof Collection<?> ids) {
                statement.setArray(place + 1, connection.createArrayOf("uuid", ids.toArray()));
            } else if (value instanceof java.time.Instant moment) {
                statement.setObject(place + 1, moment.atOffset(java.time.ZoneOffset.UTC));
            } else {
                statement.setObject(place + 1, value);
            }
        }
        return statement;
    }

    /** A row as a value. */
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    static UUID id(ResultSet row) throws SQLException {
        return row.getObject(1, UUID.class);
    }
}
