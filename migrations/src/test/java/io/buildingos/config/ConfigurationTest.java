package io.buildingos.config;

import static io.buildingos.config.Sample.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
    @Test
    void acceptsTheLeastOfEveryEnvironmentAndFillsInTheDefaults() {
        assertEquals(Environment.DEVELOPMENT, Sample.load(Sample.development()).environment());
        assertEquals(Environment.PRODUCTION, Sample.load(Sample.production()).environment());
        Configuration staging = Sample.load(Sample.in("staging"));
        assertEquals(Environment.STAGING, staging.environment());
        assertEquals(Duration.ofMinutes(15), staging.duration("JWT_EXPIRES_IN"));
        assertEquals(Duration.ofDays(30), staging.duration("REFRESH_EXPIRES_IN"));
        assertEquals(26_214_400, staging.number("UPLOAD_MAX_BYTES"));
        assertEquals("json", staging.value("LOG_FORMAT"));
        assertEquals("buildingos-dev", staging.value("BACKUP_S3_BUCKET"));
        assertTrue(staging.isOn("SMTP_STARTTLS"));
        assertEquals(Optional.empty(), staging.optional("SENTRY_DSN"));
        assertEquals(List.of(), staging.list("TRUSTED_PROXIES"));
        assertThrows(IllegalArgumentException.class, () -> staging.optional("NO_SUCH_SETTING"));
    }

    @Test
    void listsEveryProblemInOneMessage() {
        InvalidConfiguration invalid = assertThrows(
                InvalidConfiguration.class,
                () -> Sample.load(
                        Map.of("APP_ENV", "production", "JWT_SECRET", "short", "DATABASE_URL", "nonsense:hunter22")));
        assertEquals("""
                Configuration validation failed:
                  - DATABASE_URL: must look like postgresql://user:password@host:5432/database
                  - JWT_SECRET: must be at least 64 characters in production (has 5)
                  - APP_BASE_URL: is required
                  - WEB_ORIGIN: is required
                  - S3_BUCKET: is required""", invalid.getMessage());
    }

    @Test
    void checksTheRestMildlyWhileTheEnvironmentIsUnknown() {
        assertEquals(
                List.of("APP_ENV: is required", "JWT_SECRET: must be at least 32 characters (has 5)"),
                Sample.problems(with(Sample.development(), "APP_ENV", null, "JWT_SECRET", "short")));
    }

    @Test
    void takesNodesNameOfTheEnvironment() {
        Map<String, String> node = with(Sample.production(), "APP_ENV", null, "NODE_ENV", "production");
        assertEquals(Environment.PRODUCTION, Sample.load(node).environment());
        assertEquals("production", Sample.load(node).value("APP_ENV"));
        assertEquals(
                List.of("APP_ENV: must not differ from NODE_ENV, its other name"),
                Sample.problems(with(node, "APP_ENV", "staging")));
    }

    @Test
    void treatsAnEmptyVariableAsUnset() {
        assertEquals(List.of("S3_BUCKET: is required"), Sample.problems(with(Sample.development(), "S3_BUCKET", " ")));
        assertEquals("8080", Sample.load(with(Sample.development(), "PORT", "")).value("PORT"));
    }

    @Test
    void migratesAsTheApplicationsRoleUnlessAnOwnerIsNamed() {
        assertEquals(
                "buildingos",
                Sample.load(Sample.development()).migrationDatabase().user());
        Configuration split = Sample.load(
                with(Sample.development(), "MIGRATION_DATABASE_URL", "postgresql://owner:x@localhost/buildingos"));
        assertEquals("owner", split.migrationDatabase().user());
        assertEquals("buildingos", split.database().user());
    }

    @Test
    void masksEverySecretInItsSummary() {
        Map<String, String> variables = with(
                Sample.production(),
                "DATABASE_URL",
                "postgresql://buildingos:hunter22@db.example.com/b?sslpassword=hunter22",
                "S3_ACCESS_KEY",
                "hunter22",
                "S3_SECRET_KEY",
                "hunter22",
                "SENTRY_DSN",
                "https://hunter22@sentry.io/1");
        String summary = Sample.load(variables).maskedSummary();
        assertFalse(summary.contains("hunter22"), summary);
        assertFalse(summary.contains(Sample.SIGNING_KEY), summary);
        assertTrue(summary.contains("\n  JWT_SECRET = ********"), summary);
        assertTrue(
                summary.contains("DATABASE_URL = jdbc:postgresql://db.example.com/b?sslpassword=******** as"), summary);
        assertTrue(summary.contains("\n  S3_BUCKET = buildingos-dev"), summary);
        assertTrue(summary.contains("\n  TRUSTED_PROXIES = (not set)"), summary);
        assertEquals(summary, Sample.load(variables).toString());
    }

    @Test
    void warnsOfMisspeltNames() {
        Configuration configuration =
                Sample.load(with(Sample.development(), "JWT_SECERT", "hunter22", "S3_BUCKT_FILE", "x", "LANG", "C"));
        assertEquals(
                List.of(
                        "JWT_SECERT: isn't a setting of BuildingOS; did you mean JWT_SECRET?",
                        "S3_BUCKT_FILE: isn't a setting of BuildingOS; did you mean S3_BUCKET?"),
                configuration.warnings());
    }

    @Test
    void warnsOutsideDevelopmentWhenTheApplicationOwnsItsTablesOrSendsNoMail() {
        assertEquals(List.of(), Sample.load(Sample.development()).warnings());
        assertEquals(
                List.of(
                        "MIGRATION_DATABASE_URL: isn't set, so the application's role owns its tables",
                        "MAIL_PROVIDER: is none, so no mail leaves"),
                Sample.load(Sample.production()).warnings());
    }
}
