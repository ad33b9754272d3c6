package io.buildingos.system;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A look, or a grip, behind the application: as its role, in the system's scope. */
final class Sql {
    private Sql() {}

    static int change(TestStack stack, String statement, Object... parameters) {
        try (Connection connection = systemScope(stack);
                PreparedStatement prepared = prepared(connection, statement, parameters)) {
            int changed = prepared.executeUpdate();
            connection.commit();
            return changed;
        } catch (SQLException failure) {
            throw new IllegalStateException(statement, failure);
        }
    }

    static String one(TestStack stack, String query, Object... parameters) {
        try (Connection connection = systemScope(stack);
                PreparedStatement prepared = prepared(connection, query, parameters);
                ResultSet rows = prepared.executeQuery()) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException failure) {
            throw new IllegalStateException(query, failure);
        }
    }

    /** What the application's role may not. */
    static void asOwner(TestStack stack, String statement) throws SQLException {
        try (Connection connection = stack.asOwner()) {
            connection.createStatement().execute(statement);
        }
    }

    /** A transaction left open with a lock in it. */
    static Connection held(TestStack stack, String statement) throws SQLException {
        Connection connection = stack.asOwner();
        connection.setAutoCommit(false);
        connection.createStatement().execute("select set_config('app.scope', 'system', true)");
        connection.createStatement().execute(statement);
        return connection;
    }

    static Connection systemScope(TestStack stack) throws SQLException {
        Connection connection = stack.asApplication();
        connection.setAutoCommit(false);
        try (PreparedStatement scope = connection.prepareStatement("select set_config('app.scope', 'system', true)")) {
            scope.execute();
        }
        return connection;
    }

    private static PreparedStatement prepared(Connection connection, String statement, Object... parameters)
            throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        for (int i = 0; i < parameters.length; i++) {
            prepared.setObject(i + 1, parameters[i]);
        }
        return prepared;
    }
}
