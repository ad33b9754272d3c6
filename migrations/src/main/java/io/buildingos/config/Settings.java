package io.buildingos.config;

import static io.buildingos.config.Requirement.togetherWith;
import static io.buildingos.config.Requirement.unless;
import static io.buildingos.config.Requirement.when;
import static io.buildingos.config.Setting.plain;
import static io.buildingos.config.Setting.secret;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The table of settings: every name the product reads, once. A default that derives from another setting stands below
 * that one.
 */
final class Settings {
    /** Strong enough outside development: OWASP's minimum for Argon2id. */
    private static final int ARGON2_MEMORY_KIB = 19_456;

    private static final int ARGON2_ITERATIONS = 2;

    static final List<Setting> ALL = List.of(
            plain("APP_ENV", Rules.oneOf("development", "staging", "production"), "Where this runs")
                    .required(),
            secret("DATABASE_URL", DatabaseUrl.RULE, "The application's role: postgresql://user:pass@host:port/db")
                    .required(),
            secret("MIGRATION_DATABASE_URL", DatabaseUrl.RULE, "The owner's role, for migrations")
                    .otherwise(Fallback.sameAs("DATABASE_URL")),
            secret("JWT_SECRET", SecretRules.signingKey(), "Signs the access tokens (HS256)")
                    .required(),
            plain("JWT_EXPIRES_IN", Rules.duration("1m", "24h"), "Life of an access token")
                    .otherwise("15m"),
            plain("REFRESH_EXPIRES_IN", Rules.duration("1h", "365d"), "Life of a refresh token")
                    .otherwise("30d"),
            plain("SESSION_IDLE_EXPIRES_IN", Rules.duration("1m", "365d"), "A session unused for so long is over")
                    .otherwise("7d"),
            plain("APP_BASE_URL", UrlRules.publicAddress(), "Address of the pages, used in mails")
                    .required(),
            plain("WEB_ORIGIN", UrlRules.origins(), "Origins that may call the API from a browser, comma-separated")
                    .required(),
            plain("S3_BUCKET", Rules.BUCKET, "Documents").required(),
            plain("S3_ENDPOINT", UrlRules.endpoint(), "Address of the object store, if it isn't AWS"),
            plain("S3_REGION", Rules.REGION, "Region of the object store").otherwise("us-east-1"),
            secret("S3_ACCESS_KEY", Rules.TEXT, "Key of the object store; AWS default chain without")
                    .required(togetherWith("S3_SECRET_KEY")),
            secret("S3_SECRET_KEY", SecretRules.given(), "Secret of that key").required(togetherWith("S3_ACCESS_KEY")),
            plain("S3_FORCE_PATH_STYLE", Rules.BOOLEAN, "Bucket in the path instead of the host name")
                    .otherwise("false"),
            plain("S3_PATIENCE", Rules.duration("1s", "10m"), "Longest silence of the object store")
                    .otherwise("60s"),
            plain("UPLOAD_MAX_BYTES", Rules.wholeNumber(1_024, 5_368_709_120L), "Largest document")
                    .otherwise("26214400"),
            plain("MAIL_PROVIDER", Rules.oneOf("none", "smtp", "resend", "ses"), "How mail leaves")
                    .otherwise("none"),
            plain("MAIL_FROM", Rules.MAIL_ADDRESS, "Sender of mails: name@host or Name <name@host>")
                    .required(unless("MAIL_PROVIDER", "none")),
            plain("SMTP_HOST", Rules.HOST, "Mail server").required(when("MAIL_PROVIDER", "smtp")),
            plain("SMTP_PORT", Rules.PORT, "Its port").otherwise("587"),
            plain("SMTP_USER", Rules.TEXT, "Its user, if it wants one").required(togetherWith("SMTP_PASSWORD")),
            secret("SMTP_PASSWORD", SecretRules.given(), "That user's password").required(togetherWith("SMTP_USER")),
            plain("SMTP_STARTTLS", Rules.BOOLEAN, "Refuse to send without TLS").otherwise("true"),
            secret("RESEND_API_KEY", SecretRules.given(), "Key of Resend").required(when("MAIL_PROVIDER", "resend")),
            plain("RESEND_BASE_URL", UrlRules.endpoint(), "Address of Resend, if it isn't its own")
                    .otherwise("https://api.resend.com"),
            secret("RESEND_WEBHOOK_SECRET", Rules.TEXT, "Signs what Resend reports (whsec_…); no reports without"),
            plain("SES_ENDPOINT", UrlRules.endpoint(), "Address of Amazon SES, if it isn't its own"),
            plain("SES_REGION", Rules.REGION, "Region of Amazon SES").required(when("MAIL_PROVIDER", "ses")),
            secret("SES_ACCESS_KEY", Rules.TEXT, "Key of Amazon SES; AWS default chain without")
                    .required(togetherWith("SES_SECRET_KEY")),
            secret("SES_SECRET_KEY", SecretRules.given(), "Secret of that key")
                    .required(togetherWith("SES_ACCESS_KEY")),
            plain("PORT", Rules.PORT, "HTTP port of a direct server").otherwise("8080"),
            plain("TRUSTED_PROXIES", Rules.NETWORKS, "Networks (CIDR) whose X-Forwarded-For is believed"),
            plain("LOG_LEVEL", Rules.LOG_LEVEL, "trace, debug, info, warn or error")
                    .otherwise("INFO"),
            plain("LOG_FORMAT", Rules.oneOf("text", "json"), "Shape of log lines")
                    .otherwise(Fallback.inDevelopment("text", "json")),
            secret("SENTRY_DSN", UrlRules.sentry(), "Where unexpected errors are reported"),
            plain("RATE_LIMIT_READS_PER_MINUTE", Rules.LIMIT, "Reads per user, counted per node")
                    .otherwise("600"),
            plain("RATE_LIMIT_WRITES_PER_MINUTE", Rules.LIMIT, "Writes per user, counted per node")
                    .otherwise("100"),
            plain("RATE_LIMIT_LOGIN_PER_ACCOUNT", Rules.LIMIT, "Failed logins per account in 15 minutes")
                    .otherwise("5"),
            plain("RATE_LIMIT_LOGIN_PER_ADDRESS", Rules.LIMIT, "Failed logins per address in 15 minutes")
                    .otherwise("50"),
            plain("RATE_LIMIT_SIGNUP_PER_HOUR", Rules.LIMIT, "Signups per address in an hour")
                    .otherwise("3"),
            plain("RATE_LIMIT_TOKENS_PER_WINDOW", Rules.LIMIT, "Invitation and reset attempts in 15 minutes")
                    .otherwise("10"),
            plain(
                            "ARGON2_MEMORY_KIB",
                            Rules.wholeNumber(8, 4_194_304).and(Rules.notWeakerThan(ARGON2_MEMORY_KIB)),
                            "Memory of a password hash")
                    .otherwise(Integer.toString(ARGON2_MEMORY_KIB)),
            plain(
                            "ARGON2_ITERATIONS",
                            Rules.wholeNumber(1, 100).and(Rules.notWeakerThan(ARGON2_ITERATIONS)),
                            "Passes of a password hash")
                    .otherwise(Integer.toString(ARGON2_ITERATIONS)),
            plain("ARGON2_PARALLELISM", Rules.wholeNumber(1, 16), "Lanes of a password hash")
                    .otherwise("1"),
            plain("BACKUP_S3_BUCKET", Rules.BUCKET, "Backups").otherwise(Fallback.sameAs("S3_BUCKET")),
            plain("BACKUP_PREFIX", Rules.KEY_PREFIX, "Where in that bucket").otherwise("backups/"),
            plain("BACKUP_KEEP_DAILY", Rules.wholeNumber(1, 3_650), "Daily backups kept")
                    .otherwise("7"),
            plain("BACKUP_KEEP_WEEKLY", Rules.wholeNumber(0, 520), "Weekly backups kept")
                    .otherwise("4"),
            plain("BACKUP_KEEP_MONTHLY", Rules.wholeNumber(0, 120), "Monthly backups kept")
                    .otherwise("12"),
            plain("BACKUP_WORKERS", Rules.wholeNumber(1, 8), "How many dump at once")
                    .otherwise("1"),
            plain("BACKUP_PG_BIN", Rules.TEXT, "Folder of pg_dump and pg_restore, if not those of the PATH"),
            secret(
                            "BACKUP_DRILL_DATABASE_URL",
                            DatabaseUrl.RULE,
                            "A role that may create databases, for restore drills")
                    .otherwise(Fallback.sameAs("MIGRATION_DATABASE_URL")),
            secret("BACKUP_ENCRYPTION_KEY", SecretRules.encryptionKey(), "32 bytes in Base64: backups are encrypted"),
            plain("BACKUP_RECOVERY_TIME_OBJECTIVE", Rules.duration("1m", "30d"), "A restore drill must be quicker")
                    .otherwise("1h"),
            plain("BACKUP_RECOVERY_POINT_OBJECTIVE", Rules.duration("1m", "30d"), "A backup must be younger")
                    .otherwise("24h"));

    static final Map<String, Setting> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Setting::name, Function.identity()));

    private Settings() {}
}
