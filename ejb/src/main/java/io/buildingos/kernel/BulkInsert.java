package io.buildingos.kernel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Many rows in one statement: a column travels as one array, and PostgreSQL turns the arrays into rows. */
public final class BulkInsert<T> {
    private final String table;
    private final List<Column<T>> columns = new ArrayList<>();
    private String conflict = "";

    private BulkInsert(String table) {
        this.table = table;
    }

    public static <T> BulkInsert<T> into(String table) {
        return new BulkInsert<>(table);
    }

    public BulkInsert<T> column(String name, String type, Function<T, ?> value) {
        columns.add(new Column<>(name, type, value));
        return this;
    }

    /** Rows that have these columns in common with one that is there stay away; every other conflict fails. */
    public BulkInsert<T> unlessThere(String key) {
        conflict = " on conflict (" + key + ") do nothing";
        return this;
    }

    /** Returns how many rows weren't there yet. */
    public int execute(Connection connection, List<T> rows) throws SQLException {
        if (rows.isEmpty()) {
            return 0;
        }
        StatementCount.add();
        try (PreparedStatement statement = connection.prepareStatement(sql())) {
            int position = 1;
            for (Column<T> column : columns) {
                Object[] values = rows.stream().map(column.value()).toArray();
                statement.setArray(position++, connection.createArrayOf(column.type(), values));
            }
            return statement.executeUpdate();
        }
    }

    private String sql() {
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String arrays =
                columns.stream().map(column -> "?::" + column.type() + "[]").collect(Collectors.joining(", "));
        return "insert into " + table + " (" + names + ") select * from unnest(" + arrays + ")" + conflict;
    }

    private record Column<T>(String name, String type, Function<T, ?> value) {}
}
