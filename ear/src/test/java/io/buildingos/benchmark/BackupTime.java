package io.buildingos.benchmark;

import io.buildingos.devstack.Stack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * A backup and a restore drill of a database of more than 1 GB beside pg_dump to a file and pg_restore from it. Ours run with
 * a heap of 64 MB, and may write no file of more than 10 MB: what they prove by ending well.
 */
final class BackupTime {
    private static final int ROWS = 4_500_000;
    private static final String LIMITS = "ulimit -f 10240; exec \"$@\"";

    private final Path jar;
    private final Path folder;
    private final Stack stack;
    private final String jdbc;
    private final String owner;

    /** @param jdbc an address with user and password */
    BackupTime(Path root, Path folder, Stack stack, String jdbc) {
        this.jar = root.resolve("migrations/target/buildingos.jar");
        this.folder = folder;
        this.stack = stack;
        this.jdbc = jdbc;
        this.owner = stack.settings().get("MIGRATION_DATABASE_URL").replaceAll("\\?.*", "");
    }

    void compare(Report report) {
        Path file = folder.resolve("yardstick.pgc");
        try {
            fill();
            double dump = seconds(
                    Map.of("PGOPTIONS", "-c app.scope=system"),
                    List.of("pg_dump", "-Fc", "--enable-row-security", "--file=" + file, "--dbname=" + owner));
            double backup = seconds(stack.settings(), command("backup", "now"));
            sql("create database yardstick template template0");
            double restore = seconds(
                    Map.of("PGOPTIONS", "-c app.scope=system"),
                    List.of(
                            "pg_restore",
                            "--no-owner",
                            "--no-privileges",
                            "--no-comments",
                            "--dbname=" + owner.replaceAll("/[^/]*$", "/yardstick"),
                            file.toString()));
            sql("drop database yardstick");
            double drill = seconds(stack.settings(), command("drill"));
            report.seconds("pg_dump -Fc to a file", dump);
            report.seconds("backup now", backup);
            report.bound("backup / pg_dump", backup / dump, 1.2);
            report.seconds("pg_restore", restore);
            report.seconds("drill", drill);
            report.bound("drill / pg_restore", drill / restore, 1.2);
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException(failure);
        } finally {
            file.toFile().delete();
        }
    }

    private List<String> command(String... words) {
        return java.util.stream.Stream.concat(
                        List.of("bash", "-c", LIMITS, "bash", "java", "-Xmx64m", "-jar", jar.toString()).stream(),
                        List.of(words).stream())
                .toList();
    }

    private void fill() throws SQLException {
        sql("create table bulk (id bigint primary key, a text not null, b text not null)");
        sql("insert into bulk select n, md5(n::text) || md5((-n)::text) || md5((n * 7)::text), repeat('x', 100)"
                + " from generate_series(1, " + ROWS + ") n");
        sql("vacuum analyze bulk");
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbc);
                Statement running = connection.createStatement()) {
            running.execute(statement);
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
