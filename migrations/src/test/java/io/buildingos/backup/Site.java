package io.buildingos.backup;

import io.buildingos.config.Configuration;
import io.buildingos.migration.PostgresServer;
import io.buildingos.migration.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** An installation of a test's own: a migrated database with two tenants, a bucket, and the settings that name both. */
public final class Site {
    static final String KEY = "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=";

    private final Map<String, String> variables = new TreeMap<>(Map.of(
            "APP_ENV", "development",
            "JWT_SECRET", "dev-secret-do-not-use-in-prod-needs-32-chars-min",
            "APP_BASE_URL", "http://localhost:3000",
            "WEB_ORIGIN", "http://localhost:3000",
            "S3_ACCESS_KEY", "key",
            "S3_SECRET_KEY", "of-this-test-alone",
            "S3_FORCE_PATH_STYLE", "true"));
    private final TestDatabase database;
    private final Path bucket;

    private Site(TestDatabase database, StoreServer store) throws IOException {
        String name = "site-" + UUID.randomUUID();
        this.database = database;
        this.bucket = store.bucket(name);
        variables.put("DATABASE_URL", database.url("application"));
        variables.put("MIGRATION_DATABASE_URL", database.url("owner"));
        variables.put("S3_BUCKET", name);
        variables.put("S3_ENDPOINT", "http://127.0.0.1:" + store.port());
    }

    public static Site make() throws SQLException, IOException {
        return make(StoreServer.shared());
    }

    static Site make(StoreServer store) throws SQLException, IOException {
        return make(store, 15);
    }

    static Site make(StoreServer store, int major) throws SQLException, IOException {
        Site site = new Site(PostgresServer.of(major).newDatabase(), store);
        io.buildingos.migration.Migrations.of(site.configuration()).deploy(line -> {});
        site.addTenant("one");
        site.addTenant("two");
        return site;
    }

    /** Its rows are seen by the system's scope alone. */
    public void addTenant(String slug) throws SQLException {
        database.sql("set app.scope = 'system'; insert into tenants (id, version, name, slug, type, status, currency,"
                + " locale, time_zone, created_at) values (gen_random_uuid(), 0, '" + slug + "', '" + slug
                + "', 'MANAGEMENT_COMPANY', 'ACTIVE', 'EUR', 'en', 'UTC', now());"
                + " insert into buildings (id, version, tenant_id, name, name_key, address, created_at)"
                + " select gen_random_uuid(), 0, id, 'B' || n, 'b' || n, 'Street', now()"
                + " from tenants, generate_series(1, 10) n where slug = '" + slug + "'");
    }

    public Map<String, String> variables() {
        return variables;
    }

    public Site with(String name, String value) {
        variables.put(name, value);
        return this;
    }

    public TestDatabase database() {
        return database;
    }

    public Configuration configuration() {
        return Configuration.load(variables, Path.of("target"));
    }

    public Archive archive() {
        return archive(Clock.systemUTC());
    }

    Archive archive(Clock clock) {
        return new Archive(configuration(), clock);
    }

    Manifest backUp() {
        try (Archive archive = archive()) {
            return new TakeBackup(archive, Progress.NONE).run();
        }
    }

    Manifest backUp(int workers) {
        try (Archive archive = archive()) {
            return new TakeBackup(archive, Progress.NONE, workers).run();
        }
    }

    /** A program in the place of PostgreSQL's; the others are the real ones. */
    void program(Path folder, String name, String body) throws IOException {
        for (String real : List.of("pg_dump", "pg_restore")) {
            Files.deleteIfExists(folder.resolve(real));
            Files.createSymbolicLink(folder.resolve(real), Path.of("/usr/bin", real));
        }
        Files.delete(folder.resolve(name));
        Path script = Files.writeString(
                folder.resolve(name),
                "#!/bin/sh\n[ \"$1\" = --version ] && exec /usr/bin/" + name + " --version\n" + body + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        with("BACKUP_PG_BIN", folder.toString());
    }

    List<StoredBackup> backups() {
        try (Archive archive = archive()) {
            return archive.list();
        }
    }

    /** Where the store keeps an object. */
    public Path file(String key) {
        return bucket.resolve(key);
    }

    public Path dumpOf(String id) {
        return file("backups/" + id + "/" + DumpPart.WHOLE.name());
    }

    /** Everything the store shows or hides of the backups, by its path. */
    List<String> files() {
        Path backups = bucket.resolve("backups");
        if (!Files.exists(backups)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(backups)) {
            return files.filter(Files::isRegularFile)
                    .sorted(Comparator.naturalOrder())
                    .map(file -> bucket.relativize(file).toString())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public void put(String key, String text) throws IOException {
        byte[] body = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        try (Archive archive = archive()) {
            archive.documents().create(key, "text/plain", body.length, new java.io.ByteArrayInputStream(body));
        }
    }
}
