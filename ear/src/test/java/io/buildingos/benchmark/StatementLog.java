package io.buildingos.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the server asks of the stack's own PostgreSQL for a request, as that logs it. */
final class StatementLog {
    /** At the beginning of an entry; the lines after its first begin with a tab. */
    private static final Pattern HEAD = Pattern.compile("^\\S+ \\S+ \\S+ \\[(\\d+)] (LOG|DETAIL):  ");

    private static final Pattern EXECUTED = Pattern.compile("(?:execute [^:]+|statement): (.*)", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("\\$\\d+ = (?:NULL|'((?:[^']|'')*)')");

    private final Path file;
    private final String superuser;
    private final String tenant;

    /**
     * Listens.
     *
     * @param superuser an address with user and password
     * @param tenant whose transactions count: whatever else runs at the same time isn't its own
     */
    StatementLog(Path stack, String superuser, String tenant) {
        this.file = stack.resolve("log/postgresql.log");
        this.superuser = superuser;
        this.tenant = tenant;
    }

    /** In their order, from each BEGIN to its COMMIT. */
    List<Asked> during(Runnable request) {
        try {
            awaitRest();
            long begin = Files.size(file);
            logging("all");
            request.run();
            logging("none");
            byte[] all = Files.readAllBytes(file);
            return ofTenant(entries(
                    new String(Arrays.copyOfRange(all, Math.toIntExact(begin), all.length), StandardCharsets.UTF_8)));
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Of a load before, the last requests may not have ended. */
    private void awaitRest() throws SQLException {
        while (!one("select count(*) from pg_stat_activity where datname = current_database() and state <> 'idle'"
                        + " and backend_type = 'client backend' and pid <> pg_backend_pid()")
                .equals("0")) {
            Pause.aMoment();
        }
    }

    /** Whoever connects is told after all who were there before. */
    private void logging(String wanted) throws SQLException {
        try (Connection connection = DriverManager.getConnection(superuser);
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set log_statement = '" + wanted + "'");
            statement.execute("select pg_reload_conf()");
        }
        while (!one("show log_statement").equals(wanted)) {
            Pause.aMoment();
        }
    }

    private String one(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(superuser);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static List<Asked> entries(String text) {
        List<Asked> entries = new ArrayList<>();
        boolean isExecution = false;
        for (String entry : text.split("\n(?!\t)", -1)) {
            Matcher head = HEAD.matcher(entry);
            if (!head.find()) {
                continue;
            }
            String said = entry.substring(head.end()).replace("\n\t", "\n");
            if (head.group(2).equals("DETAIL")) {
                if (isExecution) {
                    entries.get(entries.size() - 1).values().addAll(values(said));
                }
                continue;
            }
            Matcher executed = EXECUTED.matcher(said);
            isExecution = executed.matches();
            if (isExecution) {
                entries.add(new Asked(
                        Integer.parseInt(head.group(1)), executed.group(1).strip(), new ArrayList<>()));
            }
        }
        return entries;
    }

    private static List<String> values(String detail) {
        List<String> values = new ArrayList<>();
        for (Matcher value = VALUE.matcher(detail); value.find(); ) {
            values.add(value.group(1) == null ? null : value.group(1).replace("''", "'"));
        }
        return values;
    }

    private List<Asked> ofTenant(List<Asked> all) {
        Map<Integer, List<Asked>> open = new HashMap<>();
        List<Asked> found = new ArrayList<>();
        for (Asked asked : all) {
            if (asked.is("BEGIN")) {
                open.put(asked.process(), new ArrayList<>());
            }
            List<Asked> transaction = open.getOrDefault(asked.process(), new ArrayList<>());
            transaction.add(asked);
            if (asked.is("COMMIT") && transaction.stream().anyMatch(this::setsTenant)) {
                found.addAll(transaction);
            }
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("PostgreSQL logged no statement of the tenant in " + file);
        }
        return found;
    }

    private boolean setsTenant(Asked asked) {
        return asked.sql().contains("set_config('app.tenant'") && asked.values().contains(tenant);
    }
}
