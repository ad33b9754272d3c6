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
