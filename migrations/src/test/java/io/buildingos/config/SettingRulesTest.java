package io.buildingos.config;

import static io.buildingos.config.Sample.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of the table of settings: what it refuses, in which environment, in which words. */
class SettingRulesTest {
    @ParameterizedTest(name = "{0} {1}={2}: {3}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "development|APP_ENV|test|must be one of development, staging, production",
                "development|APP_ENV|-|is required",
                "development|DATABASE_URL|-|is required",
                "development|JWT_SECRET|-|is required",
                "development|S3_BUCKET|-|is required",
                "development|APP_BASE_URL|-|is required",
                "development|WEB_ORIGIN|-|is required",
                "development|JWT_SECRET|short|must be at least 32 characters in development (has 5)",
                "development|JWT_SECRET| k3Jx9Qm2Vt7Lw5Zr8Yc1Nf4Hb6Pd0SgA|-",
                "staging|JWT_SECRET|k3Jx9Qm2Vt7Lw5Zr8Yc1Nf4Hb6Pd0SgAuEiOoTqWnRjXlKv|must be at least 48 characters in staging (has 47)",
                "staging|JWT_SECRET|k3Jx9Qm2Vt7Lw5Zr8Yc1Nf4Hb6Pd0SgAuEiOoTqWnRjXlKvM|-",
                "production|JWT_SECRET|k3Jx9Qm2Vt7Lw5Zr8Yc1Nf4Hb6Pd0SgAuEiOoTqW|must be at least 64 characters in production (has 40)",
                "staging|JWT_SECRET|YOUR_STAGING_SECRET_64_CHARS_RANDOM_VALUE_GENERATED_SECURELY|must not be a placeholder in staging",
                "production|JWT_SECRET|YOUR_PRODUCTION_SECRET_64_CHARS_RANDOM_VALUE_STORED_IN_SECRETS_MANAGER|must not be a placeholder in production",
                "staging|JWT_SECRET|abababababababababababababababababababababababababab|must be random: it repeats a few characters",
                "development|JWT_EXPIRES_IN|15 minutes|must be a duration such as 90s, 15m, 12h or 30d",
                "development|JWT_EXPIRES_IN|PT15M|-",
                "development|JWT_EXPIRES_IN|2d|must be a duration from 1m to 24h",
                "development|REFRESH_EXPIRES_IN|0s|must be a duration from 1h to 365d",
                "development|S3_BUCKET|Not_A_Bucket|must be the name of a bucket: 3 to 63 lower-case letters, digits, dots and hyphens",
                "development|S3_ENDPOINT|minio:9000|must be a URL such as https://s3.example.com",
                "development|S3_ENDPOINT|http://user:hunter22@minio:9000|must not hold a user name or password",
                "development|S3_REGION|Frankfurt am Main|must be the name of a region, such as us-east-1",
                "development|S3_FORCE_PATH_STYLE|yes|must be one of true, false",
                "development|UPLOAD_MAX_BYTES|25MB|must be a whole number from 1024 to 5368709120",
                "development|APP_BASE_URL|buildingos.example.com|must be a URL such as https://buildingos.example.com",
                "production|APP_BASE_URL|http://buildingos.example.com|must use https in production",
                "production|APP_BASE_URL|https://localhost|must not be localhost in production",
                "staging|APP_BASE_URL|http://staging.example.com|-",
                "development|WEB_ORIGIN|*|must be a comma-separated list of origins such as https://buildingos.example.com",
                "development|WEB_ORIGIN|http://localhost:3000/app|must be origins only: scheme, host and port, without a path",
                "production|WEB_ORIGIN|https://a.example.com, http://b.example.com|every origin must use https in production",
                "production|WEB_ORIGIN|https://127.0.0.1|every origin must not be localhost in production",
                "development|MAIL_PROVIDER|sendmail|must be one of none, smtp, resend, ses",
                "development|MAIL_FROM|nobody|must be one mail address: name@host or Name <name@host>",
                "development|MAIL_FROM|BuildingOS <noreply@example.com>|-",
                "development|SMTP_HOST|mail server|must be a host name or address",
                "development|SMTP_PORT|0|must be a whole number from 1 to 65535",
                "development|SMTP_STARTTLS|on|must be one of true, false",
                "development|PORT|http|must be a whole number from 1 to 65535",
                "development|PORT|65536|must be a whole number from 1 to 65535",
                "development|TRUSTED_PROXIES|10.0.0.0/33|must be a comma-separated list of addresses or networks, such as 10.0.0.0/8,::1",
                "development|TRUSTED_PROXIES|proxy.example.com|must be a comma-separated list of addresses or networks, such as 10.0.0.0/8,::1",
                "development|TRUSTED_PROXIES|10.0.0.0/8, fd00::/8 ,192.168.1.1|-",
                "development|LOG_LEVEL|loud|must be one of trace, debug, info, warn, error",
                "development|LOG_FORMAT|xml|must be one of text, json",
                "development|SENTRY_DSN|https://sentry.io/project|must be a DSN such as https://key@host/project",
                "development|SENTRY_DSN|https://key@sentry.io/project|-",
                "development|ARGON2_MEMORY_KIB|1024|-",
                "staging|ARGON2_MEMORY_KIB|1024|must be at least 19456 in staging",
                "production|ARGON2_ITERATIONS|1|must be at least 2 in production",
                "development|ARGON2_PARALLELISM|0|must be a whole number from 1 to 16",
                "development|BACKUP_S3_BUCKET|x|must be the name of a bucket: 3 to 63 lower-case letters, digits, dots and hyphens",
                "development|BACKUP_PREFIX|/backups|must be a key prefix that ends with /, such as backups/",
                "development|BACKUP_KEEP_DAILY|0|must be a whole number from 1 to 3650",
                "development|BACKUP_KEEP_WEEKLY|-1|must be a whole number from 0 to 520",
                "development|BACKUP_KEEP_MONTHLY|all|must be a whole number from 0 to 120",
                "development|BACKUP_WORKERS|9|must be a whole number from 1 to 8",
                "development|BACKUP_ENCRYPTION_KEY|c2hvcnQ=|must be 32 bytes in Base64, as printed by: openssl rand -base64 32",
                "development|BACKUP_ENCRYPTION_KEY|MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=|-",
                "development|BACKUP_RECOVERY_TIME_OBJECTIVE|soon|must be a duration such as 90s, 15m, 12h or 30d",
                "development|BACKUP_RECOVERY_POINT_OBJECTIVE|60d|must be a duration from 1m to 30d",
            })
    void holdsEachSettingToItsRule(String environment, String name, String value, String problem) {
        List<String> problems = Sample.problems(with(Sample.in(environment), name, value));
        assertEquals(problem == null ? List.of() : List.of(name + ": " + problem), problems);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RATE_LIMIT_READS_PER_MINUTE",
                "RATE_LIMIT_WRITES_PER_MINUTE",
                "RATE_LIMIT_LOGIN_PER_ACCOUNT",
                "RATE_LIMIT_LOGIN_PER_ADDRESS",
                "RATE_LIMIT_SIGNUP_PER_HOUR",
                "RATE_LIMIT_TOKENS_PER_WINDOW"
            })
    void refusesALimitOfNothing(String name) {
        assertEquals(
                List.of(name + ": must be a whole number from 1 to 1000000000"),
                Sample.problems(with(Sample.development(), name, "0")));
    }

    @Test
    void asksForTheKeysOfTheChosenMailProvider() {
        Map<String, String> development = Sample.development();
        assertEquals(
                List.of(
                        "MAIL_FROM: is required when MAIL_PROVIDER is smtp",
                        "SMTP_HOST: is required when MAIL_PROVIDER is smtp"),
                Sample.problems(with(development, "MAIL_PROVIDER", "smtp")));
        assertEquals(
                List.of(
                        "MAIL_FROM: is required when MAIL_PROVIDER is resend",
                        "RESEND_API_KEY: is required when MAIL_PROVIDER is resend"),
                Sample.problems(with(development, "MAIL_PROVIDER", "resend")));
        assertEquals(
                List.of(
                        "MAIL_FROM: is required when MAIL_PROVIDER is ses",
                        "SES_REGION: is required when MAIL_PROVIDER is ses"),
                Sample.problems(with(development, "MAIL_PROVIDER", "ses")));
    }

    @ParameterizedTest
    @CsvSource({"S3_ACCESS_KEY,S3_SECRET_KEY", "SMTP_USER,SMTP_PASSWORD", "SES_ACCESS_KEY,SES_SECRET_KEY"})
    void asksForBothHalvesOfAPairOfCredentials(String name, String secret) {
        assertEquals(
                List.of(secret + ": is required together with " + name),
                Sample.problems(with(Sample.development(), name, "someone")));
        assertEquals(
                List.of(name + ": is required together with " + secret),
                Sample.problems(with(Sample.development(), secret, "hunter22")));
    }

    @Test
    void refusesTokensThatOutliveTheirSession() {
        assertEquals(
                List.of("REFRESH_EXPIRES_IN: must be longer than JWT_EXPIRES_IN"),
                Sample.problems(with(Sample.development(), "JWT_EXPIRES_IN", "2h", "REFRESH_EXPIRES_IN", "1h")));
        assertEquals(
                List.of("SESSION_IDLE_EXPIRES_IN: must be longer than JWT_EXPIRES_IN"),
                Sample.problems(with(Sample.development(), "SESSION_IDLE_EXPIRES_IN", "15m")));
    }

    @Test
    void refusesASecretWithStrayWhiteSpace() {
        assertEquals(
                List.of("JWT_SECRET: must not begin or end with white space"),
                Sample.problems(with(Sample.production(), "JWT_SECRET", Sample.SIGNING_KEY + " ")));
        assertEquals(
                List.of("JWT_SECRET: must not hold control characters"),
                Sample.problems(with(Sample.production(), "JWT_SECRET", "a\n" + Sample.SIGNING_KEY)));
    }

    @Test
    void bringsValuesIntoOneForm() {
        Configuration configuration = Sample.load(with(
                Sample.development(),
                "LOG_LEVEL",
                "debug",
                "APP_BASE_URL",
                "http://localhost:3000/",
                "WEB_ORIGIN",
                "HTTPS://A.example.com:443/, http://b.example.com:8080",
                "TRUSTED_PROXIES",
                " 10.0.0.0/8 , ::1"));
        assertEquals("DEBUG", configuration.value("LOG_LEVEL"));
        assertEquals("http://localhost:3000", configuration.value("APP_BASE_URL"));
        assertEquals(List.of("https://a.example.com", "http://b.example.com:8080"), configuration.list("WEB_ORIGIN"));
        assertEquals(List.of("10.0.0.0/8", "::1"), configuration.list("TRUSTED_PROXIES"));
    }

    @Test
    void neverQuotesAValue() {
        Map<String, String> wrong = Sample.production();
        Settings.ALL.forEach(setting -> wrong.put(setting.name(), "hunter22 \u0001 is the wrong value"));
        List<String> problems = Sample.problems(wrong);
        assertEquals(Settings.ALL.size(), problems.size());
        assertFalse(problems.toString().contains("hunter22"), problems.toString());
        Settings.ALL.forEach(setting -> wrong.put(setting.name(), "=?hunter22@:/%zz&hunter22=1"));
        assertFalse(Sample.problems(wrong).toString().contains("hunter22"));
        assertTrue(Sample.problems(wrong).size() > 20);
    }
}
