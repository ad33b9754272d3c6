package io.buildingos.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import io.buildingos.devstack.Stack;
import io.buildingos.verification.Verification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The server's backup and a restore drill of a database of more than 1 GB, beside pg_dump to a file and pg_restore from it.
 * The drill runs with a heap of 64 MB and may write no file of more than 10 MB: what it proves by ending well.
 */
final class BackupTime {
    private static final int TABLES = 3;
    private static final int ROWS = 1_500_000;
    private static final String LIMITS = "ulimit -f 10240; exec \"$@\"";
    private static final Map<String, String> SYSTEM = Map.of("PGOPTIONS", "-c app.scope=system");
    private static final String TENANTS = "select string_agg(t.slug || ' ' || (select count(*) from units u where"
            + " u.tenant_id = t.id), ', ' order by t.slug) from tenants t";

    private final Path jar;
    private final Path folder;
    private final Stack stack;
    private final Client operator;
    private final String jdbc;
    private final String superuser;
    private final String owner;

    /**
     * Measures.
     *
     * @param jdbc an address with user and password
     * @param superuser the same, since not everything that was dumped may be created by anybody else
     */
    BackupTime(Path root, Path folder, Stack stack, Client operator, String jdbc, String superuser) {
        this.jar = root.resolve("migrations/target/buildingos.jar");
        this.folder = folder;
        this.stack = stack;
        this.operator = operator;
        this.jdbc = jdbc;
        this.superuser = superuser;
        this.owner = stack.settings().get("MIGRATION_DATABASE_URL").replaceAll("\\?.*", "");
    }

    void compare(Report report) {
        Path file = folder.resolve("yardstick.pgc");
        try {
            fill();
            double dump = seconds(
                    SYSTEM, List.of("pg_dump", "-Fc", "--enable-row-security", "--file=" + file, "--dbname=" + owner));
            report.seconds("pg_dump -Fc to a file", dump);
            double backup = backup(1);
            report.seconds("job backup", backup);
            report.bound("backup / pg_dump", backup / dump, 1.2);
            watch(1, "", report);
            double restore = restore(report);
            report.seconds("pg_restore", restore);
            double drill = seconds(stack.settings(), limited("drill"));
            double verification = verification();
            report.seconds("drill", drill);
            report.seconds("verification in it", verification);
            report.bound("(drill - verification) / pg_restore", (drill - verification) / restore, 1.2);
            double parallel = backup(2);
            report.seconds("job backup by 2 workers", parallel);
            report.bound("by 2 workers / pg_dump", parallel / dump, 1.2);
            watch(2, "by 2 workers ", report);
            double drilled = seconds(stack.settings(), limited("drill"));
            report.seconds("drill by 2 workers", drilled);
            report.bound("by 2 workers / pg_restore", (drilled - verification) / restore, 1.2);
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException(failure);
        } finally {
            file.toFile().delete();
        }
    }

    /** Another one, since collections of garbage that are asked for would slow the one whose time is taken. */
    private void watch(int workers, String how, Report report) {
        try (ServerWatch watch = new ServerWatch(stack.serverPid())) {
            backup(workers);
            report.bound(how + "server's heap growth, MB", watch.heapGrowth(), 64);
            report.bound(how + "server's files written, MB", watch.written(), 10);
        }
    }

    /** By the server; seconds as the job's own record has them. */
    private double backup(int workers) {
        Map<String, String> parameters = Map.of("workers", Integer.toString(workers));
        String execution = "/api/v1/platform/executions/"
                + operator.post("/api/v1/platform/jobs/backup/executions", Map.of("parameters", parameters))
                        .required("id")
                        .asText();
        JsonNode job = operator.get(execution);
        while (job.required("endedAt").isNull()) {
            Pause.of(Duration.ofMillis(500));
            job = operator.get(execution);
        }
        if (!job.required("status").asText().equals("COMPLETED")) {
            throw new IllegalStateException(job.toPrettyString());
        }
        return Duration.between(
                                Instant.parse(job.required("startedAt").asText()),
                                Instant.parse(job.required("endedAt").asText()))
                        .toMillis()
                / 1e3;
    }

    /** Of what the store holds, by plain pg_restore; every tenant's rows are there. */
    private double restore(Report report) throws IOException, SQLException {
        String id = operator.get("/api/v1/platform/backups").at("/items/0/id").asText();
        Path stored = folder.resolve("stack/s3")
                .resolve(stack.settings().get("S3_BUCKET"))
                .resolve("backups/" + id + "/dump.pgc");
        report.megabytes("size of the dump", stored.toFile().length() / 1e6);
        String yardstick = superuser.replaceAll("/[^/?]*\\?", "/yardstick?");
        sql("create database yardstick template template0");
        double seconds = seconds(
                Map.of(),
                List.of(
                        "pg_restore",
                        "--no-owner",
                        "--no-privileges",
                        "--no-comments",
                        "--dbname=" + yardstick.replace("jdbc:", ""),
                        stored.toString()));
        String expected = one(jdbc, TENANTS);
        String found = one(yardstick, TENANTS);
        if (!expected.equals(found)) {
            throw new IllegalStateException("the dump holds " + found + ", not " + expected);
        }
        sql("drop database yardstick");
        return seconds;
    }

    private List<String> limited(String... words) {
        return Stream.concat(
                        Stream.of("bash", "-c", LIMITS, "bash", "java", "-Xmx64m", "-jar", jar.toString()),
                        Stream.of(words))
                .toList();
    }

    private double verification() throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbc)) {
            long begun = System.nanoTime();
            Verification.all(connection);
            return (System.nanoTime() - begun) / 1e9;
        }
    }

    private void fill() throws SQLException {
        for (int table = 0; table < TABLES; table++) {
            sql("create table bulk%d (id bigint primary key, a text not null, b text not null)".formatted(table));
            sql(("insert into bulk%d select n, md5(n::text) || md5((-n)::text) || md5((n * 7)::text), repeat('x', 100)"
                            + " from generate_series(%d, %d) n")
                    .formatted(table, table * ROWS + 1, (table + 1) * ROWS));
            sql("vacuum analyze bulk" + table);
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbc);
                Statement running = connection.createStatement()) {
            running.execute(statement);
        }
    }

    private static String one(String database, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.execute("set app.scope = 'system'");
            try (ResultSet row = statement.executeQuery(query)) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static double seconds(Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        long begun = System.nanoTime();
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + " failed:\n" + output);
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        return (System.nanoTime() - begun) / 1e9;
    }
}
