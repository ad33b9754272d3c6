package io.buildingos.migration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** One database and the roles that reach it. */
public record TestDatabase(String name, EmbeddedPostgres server) {
    public DataSource asOwner() {
        return server.getDatabase("owner", name);
    }

    DataSource asApplication() {
        return server.getDatabase("application", name);
    }

    public String url(String role) {
        return "postgresql://" + role + ":any@localhost:" + server.getPort() + "/" + name;
    }

    Migrations migrations(MigrationFiles files) {
        return new Migrations(asOwner(), "public", "application", files);
    }

    public void sql(String sql) throws SQLException {
        PostgresServer.sql(asOwner(), sql);
    }

    /** As an administrator of PostgreSQL does it. */
    public void sqlAsSuperuser(String sql) throws SQLException {
        PostgresServer.sql(server.getDatabase("postgres", name), sql);
    }

    /** The same, in the scope that sees every tenant's rows. */
    public String askAsSystem(String query) throws SQLException {
        return ask("set app.scope = 'system'", query);
    }

    /** The first column of the first row. */
    public String ask(String query) throws SQLException {
        return ask("set app.scope = ''", query);
    }

    private String ask(String scope, String query) throws SQLException {
        try (Connection connection = asOwner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(scope);
            return first(statement, query);
        }
    }

    private static String first(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }
}
