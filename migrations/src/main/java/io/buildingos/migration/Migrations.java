package io.buildingos.migration;

import io.buildingos.config.Configuration;
import io.buildingos.config.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.ValidateOutput;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** The migrations of one database. Usable from several threads and by several processes at once. */
public final class Migrations {
    /** How long another deployment may hold the lock: Flyway asks once a second. */
    private static final int PATIENCE_SECONDS = 600;

    private final DataSource database;
    private final String schema;
    private final String applicationRole;
    private final MigrationFiles files;

    /**
     * Migrations of a database.
     *
     * @param database connects as the owner of the tables; for {@link #status()} the application's role will do
     * @param applicationRole is given what the application may do
     */
    public Migrations(DataSource database, String schema, String applicationRole, MigrationFiles files) {
        if (!applicationRole.matches("[^'\"$\\\\\\s]{1,63}")) {
            throw new MigrationFailed("The user of DATABASE_URL must not hold quotes, $, \\ or white space");
        }
        this.database = database;
        this.schema = schema;
        this.applicationRole = applicationRole;
        this.files = files;
    }

    /** Of the product's own files, as the owner. */
    public static Migrations of(Configuration configuration) {
        Database owner = configuration.migrationDatabase();
        return new Migrations(
                DirectConnections.to(owner),
                owner.schema(),
                configuration.database().user(),
                MigrationFiles.ofProduct());
    }

    /** Every migration known here or to the database, in order. */
    public List<Migration> status() {
        return asked(
                () -> Arrays.stream(flyway().info().all()).map(Migration::of).toList());
    }

    /** Names of the files that have not been applied, in order. */
    public List<String> pending() {
        return status().stream()
                .filter(migration -> migration.state() == Migration.State.PENDING)
                .map(Migration::file)
                .toList();
    }

    /**
     * Nothing, where a deployment has begun before: a server can't even boot over a database without its tables.
     *
     * @throws DatabaseUnavailable saying what to do first
     */
    public void requireBegun() {
        mustBeReachable();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                                + " WHERE n.nspname = ? AND c.relname = 'flyway_schema_history'")) {
            statement.setString(1, schema);
            if (!statement.executeQuery().next()) {
                throw new DatabaseUnavailable(
                        "The database was never migrated: run `java -jar buildingos.jar migrate deploy` first", null);
            }
        } catch (SQLException failure) {
            throw new DatabaseUnavailable("The database can't be asked: " + oneLine(failure), failure);
        }
    }

    /** What is wrong with the migrations that have been applied: a changed file, a missing one, a failed one. */
    public List<String> validate() {
        return asked(() -> {
            Flyway flyway =
                    settings().ignoreMigrationPatterns("*:pending", "*:future").load();
            return flyway.validateWithResult().invalidMigrations.stream()
                    .map(Migrations::described)
                    .toList();
        });
    }

    /**
     * Applies what is pending, in order, and stops at the first failure with the database as it was before that file.
     *
     * @param progress is told one line a step
     * @return how many were applied
     * @throws MigrationFailed saying what to do next
     */
    public int deploy(Consumer<String> progress) {
        mustBeReachable();
        refuse(validate());
        refuseWithoutRole();
        Deployment deployment = new Deployment(files, progress);
        return deployment.run(() -> settings().callbacks(deployment).load());
    }

    /** Gives the application's role what it may do, without applying anything: for a database that was restored. */
    public void grant() {
        mustBeReachable();
        refuseWithoutRole();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setSchema(schema);
            statement.execute(files.grants(applicationRole));
        } catch (SQLException failure) {
            throw new MigrationFailed("The grants failed: " + oneLine(failure), failure);
        }
    }

    /**
     * Forgets the failed attempt at a migration that runs outside a transaction, once its remains are removed by hand.
     *
     * @return whether there was one
     */
    public boolean resolve(String version) {
        mustBeReachable();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "DELETE FROM flyway_schema_history WHERE version = ? AND NOT success")) {
            connection.setSchema(schema);
            statement.setString(1, version);
            boolean deleted = statement.executeUpdate() > 0;
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            return deleted;
        } catch (SQLException failure) {
            throw new MigrationFailed("The failed attempt could not be forgotten: " + oneLine(failure), failure);
        }
    }

    static String oneLine(SQLException failure) {
        return String.valueOf(failure.getMessage()).strip().replaceAll("\\s*\\R\\s*", "; ");
    }

    private Flyway flyway() {
        return settings().load();
    }

    private FluentConfiguration settings() {
        FluentConfiguration settings = new FluentConfiguration(Migrations.class.getClassLoader());
        // CREATE INDEX CONCURRENTLY would wait for ever for a transaction that holds the lock.
        settings.getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        return settings.dataSource(database)
                .defaultSchema(schema)
                .resourceProvider(files.resources())
                .javaMigrationClassProvider(List::of)
                .placeholders(Map.of("applicationRole", applicationRole))
                // Branches merge in another order than their files are dated.
                .outOfOrder(true)
                .validateMigrationNaming(true)
                .lockRetryCount(PATIENCE_SECONDS);
    }

    private void mustBeReachable() {
        try (Connection connection = database.getConnection()) {
            connection.getMetaData().getDatabaseMajorVersion();
        } catch (SQLException refused) {
            throw new DatabaseUnavailable("The database can't be reached: " + oneLine(refused), refused);
        }
    }

    private void refuseWithoutRole() {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT FROM pg_roles WHERE rolname = ?")) {
            statement.setString(1, applicationRole);
            if (!statement.executeQuery().next()) {
                throw new MigrationFailed("The role " + applicationRole + " of DATABASE_URL doesn't exist."
                        + " Create it first: CREATE ROLE \"" + applicationRole + "\" LOGIN PASSWORD '…'");
            }
        } catch (SQLException failure) {
            throw new DatabaseUnavailable("The database can't be asked: " + oneLine(failure), failure);
        }
    }

    private static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new MigrationFailed("Nothing was applied: " + String.join("\n", problems));
        }
    }

    private static String described(ValidateOutput invalid) {
        String name = "V" + invalid.version + " (" + invalid.description + ")";
        return switch (invalid.errorDetails.errorCode.toString()) {
            case "CHECKSUM_MISMATCH" ->
                name + " was changed after it was applied. Restore the file; changes go into a new migration.";
            case "FAILED_VERSIONED_MIGRATION" ->
                name + " failed half-way. Remove what it left, then: migrate resolve " + invalid.version;
            case "APPLIED_VERSIONED_MIGRATION_NOT_RESOLVED" -> name + " was applied and its file is missing.";
            default -> name + ": " + invalid.errorDetails.errorMessage;
        };
    }

    private interface Question<T> {
        T ask();
    }

    private <T> T asked(Question<T> question) {
        mustBeReachable();
        try {
            return question.ask();
        } catch (FlywayException failure) {
            throw new MigrationFailed(failure.getMessage(), failure);
        }
    }
}
