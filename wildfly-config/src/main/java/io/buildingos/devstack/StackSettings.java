package io.buildingos.devstack;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the application is told: the embedded parts' addresses, unless the environment names others. */
final class StackSettings {
    static final String CLASS_ARCHIVE = "BUILDINGOS_CLASS_ARCHIVE";
    static final String MANAGEMENT_PORT = "BUILDINGOS_MANAGEMENT_PORT";

    private final Secrets secrets;
    private final boolean database;
    private final boolean objectStore;
    private final boolean mail;
    private final Postgres postgres;
    private final ObjectStore store;
    private final Map<String, String> values = new LinkedHashMap<>();

    StackSettings(Path state, Build build, Ports ports, Map<String, String> given) {
        secrets = new Secrets(state);
        database = !given.containsKey("DATABASE_URL");
        objectStore = given.keySet().stream().noneMatch(name -> name.startsWith("S3_"));
        mail = given.keySet().stream().noneMatch(name -> name.startsWith("SMTP_") || name.equals("MAIL_PROVIDER"));
        postgres = new Postgres(state, ports.postgres(), secrets);
        store = new ObjectStore(state, build, ports.objectStore(), secrets);
        String address = "http://localhost:" + ports.http();
        values.put("APP_ENV", "development");
        values.put("PORT", Integer.toString(ports.http()));
        values.put("APP_BASE_URL", given.getOrDefault("APP_BASE_URL", address));
        // The second origin is the pages' own development server.
        values.put("WEB_ORIGIN", given.getOrDefault("WEB_ORIGIN", address + ",http://localhost:5173"));
        values.put("JWT_SECRET", given.getOrDefault("JWT_SECRET", secrets.of("jwt", 48)));
        values.put("BUILDINGOS_NODE", "dev");
        values.put(MANAGEMENT_PORT, Integer.toString(ports.management()));
        given.forEach(this::take);
        addEmbedded(ports);
    }

    private void addEmbedded(Ports ports) {
        if (database) {
            values.put("DATABASE_URL", postgres.url(Postgres.APPLICATION));
            values.put("MIGRATION_DATABASE_URL", postgres.url(Postgres.OWNER));
        }
        if (objectStore) {
            values.put("S3_ENDPOINT", store.endpoint());
            values.put("S3_BUCKET", ObjectStore.BUCKET);
            values.put("S3_REGION", "us-east-1");
            values.put("S3_ACCESS_KEY", store.key());
            values.put("S3_SECRET_KEY", store.secret());
            values.put("S3_FORCE_PATH_STYLE", "true");
        }
        if (mail) {
            values.put("MAIL_PROVIDER", "smtp");
            values.put("MAIL_FROM", "BuildingOS <noreply@example.com>");
            values.put("SMTP_HOST", "127.0.0.1");
            values.put("SMTP_PORT", Integer.toString(ports.smtp()));
            values.put("SMTP_STARTTLS", "false");
        }
    }

    private void take(String name, String value) {
        boolean replaces = name.endsWith("DATABASE_URL") || name.startsWith("S3_");
        boolean mails = List.of("SMTP_", "MAIL_", "RESEND_", "SES_").stream().anyMatch(name::startsWith);
        boolean tunes = name.startsWith("RATE_LIMIT_")
                || name.startsWith("LOG_")
                || name.equals("BUILDINGOS_JAVA_OPTS")
                || name.equals(CLASS_ARCHIVE);
        boolean surrounds = name.equals("TRUSTED_PROXIES");
        if (replaces || mails || tunes || surrounds) {
            values.put(name, value);
        }
    }

    boolean embedsDatabase() {
        return database;
    }

    boolean embedsObjectStore() {
        return objectStore;
    }

    boolean embedsMail() {
        return mail;
    }

    Postgres postgres() {
        return postgres;
    }

    ObjectStore objectStore() {
        return store;
    }

    Secrets secrets() {
        return secrets;
    }

    Map<String, String> values() {
        return Collections.unmodifiableMap(values);
    }
}
