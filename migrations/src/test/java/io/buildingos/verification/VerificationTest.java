package io.buildingos.verification;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.buildingos.migration.DirectConnections;
import io.buildingos.migration.PostgresServer;
import io.buildingos.migration.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plants one fault after the other into a database in order, each rolled back after it was found. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerificationTest {
    private static final int PROVEN = 27;

    private TestDatabase database;

    @BeforeAll
    void makeADatabaseInOrder() throws SQLException, IOException, GeneralSecurityException {
        database = PostgresServer.of(15).newDatabase();
        io.buildingos.migration.Migrations.of(Settings.of(database)).deploy(line -> {});
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                InputStream clean = VerificationTest.class.getResourceAsStream("clean.sql")) {
            connection.setAutoCommit(false);
            statement.execute("set session_replication_role = origin");
            statement.execute(new String(clean.readAllBytes(), StandardCharsets.UTF_8));
            seal(connection, 1);
            seal(connection, 2);
            statement.execute("delete from audit_unsealed");
            connection.commit();
        }
    }

    @Test
    void findsNothingWhereEverythingIsInOrder() throws SQLException {
        try (Connection connection = database.asOwner().getConnection()) {
            for (CheckResult result : Verification.all(connection)) {
                boolean mayBeSkipped = result.check().needs() != null;
                assertEquals(List.of(), result.findings(), result.check().name());
                assertTrue(
                        mayBeSkipped || result.reason() == null,
                        () -> result.check().name() + result.reason());
            }
        }
    }

    @Test
    void provesWhatIsInOrderAtOneLook() throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            Verification.enterSystemScope(connection);
            statement.execute("set local session_replication_role = replica");
            statement.execute(LedgerFaults.correction("#1001", 5, "'#1042'"));
            statement.execute(
                    "update charges set amount_minor = 55 where concept = 'C2' and tenant_id = '" + id(1) + "'");
            Survey survey = Survey.of(connection);
            Set<String> asked = new HashSet<>();
            for (Check check : Check.all()) {
                asked.add(check.name());
                if (check.kind() == Check.Kind.QUERIES) {
                    for (String[] part : Verification.rows(check.query(), connection)) {
                        asked.add(check.name() + " " + part[0]);
                    }
                }
            }
            assertEquals(PROVEN, survey.promises().size());
            assertTrue(asked.containsAll(survey.promises()), survey::toString);
            Set<String> concerned = survey.promises().stream()
                    .map(promise -> promise.split(" ", 2)[0])
                    .collect(toSet());
            assertEquals(
                    concerned,
                    Check.all().stream()
                            .filter(Survey::concerns)
                            .map(Check::name)
                            .collect(toSet()));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.buildingos.verification.PlantedFault#all")
    void finds(PlantedFault fault) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            Verification.enterSystemScope(connection);
            statement.execute("set local session_replication_role = replica");
            statement.execute(fault.sql());
            for (Survey survey : List.of(Survey.NONE, Survey.of(connection))) {
                CheckResult result = Verification.one(fault.check(), survey, connection);
                assertTrue(
                        result.findings().stream()
                                .anyMatch(finding -> finding.table().equals(fault.table())
                                        && finding.rowKey().equals(fault.rowKey())),
                        () -> survey + ": " + result);
            }
            connection.rollback();
        }
    }

    @Test
    void saysWhyItSkipsWhatAnOlderSchemaDoesNotHave() throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("drop table announcement_receipts");
            CheckResult result = Verification.one(PlantedFault.check("announcements-sent"), Survey.NONE, connection);
            assertEquals(CheckResult.Outcome.SKIPPED, result.outcome());
            assertTrue(result.reason().contains("announcement_receipts"), result.reason());
            connection.rollback();
        }
    }

    @Test
    void keepsTheFirstFindingsAndCountsThemAll() throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica");
            statement.execute("insert into announcement_targets (id, tenant_id, announcement_id, kind)"
                    + " select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'TENANT'"
                    + " from generate_series(1, 1500)");
            CheckResult result = Verification.one(PlantedFault.check("references"), Survey.NONE, connection);
            assertEquals(3_000, result.total());
            assertEquals(Verification.KEPT, result.findings().size());
            connection.rollback();
        }
    }

    @Test
    void keepsTheResultOfACheckThatRanTwiceOnce() throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("update units set share = 0.4 where share = 0.5");
            CheckResult result = Verification.one(PlantedFault.check("unit-shares"), Survey.NONE, connection);
            VerificationRecords records = new VerificationRecords(connection);
            UUID run = records.begin(UUID.randomUUID(), 7L, "test", 1, java.time.Instant.EPOCH);
            assertEquals(run, records.begin(UUID.randomUUID(), 7L, "test", 1, java.time.Instant.EPOCH));
            records.keep(run, result);
            records.keep(run, result);
            assertEquals(4, records.end(run, java.time.Instant.EPOCH));
            connection.rollback();
        }
    }

    private Connection superuser() throws SQLException {
        return DirectConnections.to(io.buildingos.config.Database.at(database.url("postgres")))
                .getConnection();
    }

    /** As the product seals, written once more: a form that changed on one side alone is found out. */
    private static void seal(Connection connection, int tenant) throws SQLException, GeneralSecurityException {
        UUID chain = id(tenant);
        byte[] hash = new byte[32];
        try (PreparedStatement insert =
                        connection.prepareStatement("insert into audit_seals values (?, ?, ?, ?, ?, now())");
                PreparedStatement head = connection.prepareStatement("insert into audit_chains values (?, ?, 3, ?)")) {
            for (long position = 1; position <= 3; position++) {
                UUID entry = id(tenant * 1000 + 500 + (int) position);
                String form =
                        "[\"%s\",\"%s\",\"1767225600000000\",null,\"Ana\\u001B \\\\u001b \\\"é\\\"\",null,\"made\",\"unit\",null,\"{}\",null,null]"
                                .formatted(entry, chain);
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                digest.update(hash);
                digest.update(ByteBuffer.allocate(24)
                        .putLong(chain.getMostSignificantBits())
                        .putLong(chain.getLeastSignificantBits())
                        .putLong(position)
                        .flip());
                hash = digest.digest(form.getBytes(StandardCharsets.UTF_8));
                insert.setObject(1, entry);
                insert.setObject(2, chain);
                insert.setObject(3, chain);
                insert.setLong(4, position);
                insert.setBytes(5, hash);
                insert.executeUpdate();
            }
            head.setObject(1, chain);
            head.setObject(2, chain);
            head.setBytes(3, hash);
            head.executeUpdate();
        }
    }

    static UUID id(int number) {
        return UUID.fromString("00000000-0000-0000-0000-%012d".formatted(number));
    }

    /** What the migrations need to know. */
    private static final class Settings {
        static io.buildingos.config.Configuration of(TestDatabase database) {
            return io.buildingos.config.Configuration.load(
                    java.util.Map.of(
                            "APP_ENV", "development",
                            "JWT_SECRET", "dev-secret-do-not-use-in-prod-needs-32-chars-min",
                            "APP_BASE_URL", "http://localhost:3000",
                            "WEB_ORIGIN", "http://localhost:3000",
                            "S3_BUCKET", "none",
                            "DATABASE_URL", database.url("application"),
                            "MIGRATION_DATABASE_URL", database.url("owner")),
                    java.nio.file.Path.of("target"));
        }
    }
}
