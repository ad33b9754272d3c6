package io.buildingos.benchmark;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A request's statements as a script of pgbench, which sends them again and again. What the request made gets an id of its
 * own each time, from the number i that no other run of the script has.
 */
final class Replay {
    private static final String COUNTED = "last_number";
    private static final int TIME_SHIFT = 16;
    private static int series = 0x1000;

    private final long since;
    private final Map<String, String> written;

    private Replay(long since, Map<String, String> varying) {
        this.since = since;
        this.written = new HashMap<>(varying);
    }

    /**
     * Writes it.
     *
     * @param since milliseconds: ids from then on are new
     * @param varying what else differs from run to run: the request's value, and the expression in its place
     */
    static String script(List<Asked> statements, long since, Map<String, String> varying) {
        Replay replay = new Replay(since, varying);
        StringBuilder script = new StringBuilder("\\set n :n + 16\n\\set i :n + :client_id\n");
        for (Asked asked : statements) {
            int number = asked.positionOf("number");
            String sql = asked.filled(position -> position == number
                    ? ":" + COUNTED
                    : replay.expression(asked.values().get(position)));
            script.append(sql).append(sql.endsWith("returning " + COUNTED) ? " \\gset\n" : ";\n");
        }
        return script.toString();
    }

    /** One of a series that is told by its first eight digits. */
    static String id(int series, String number) {
        return "('%08x-0000-7000-8000-' || lpad(to_hex((%s)::bigint), 12, '0'))::uuid".formatted(series, number);
    }

    private String expression(String value) {
        if (isNew(value)) {
            written.computeIfAbsent(value, id -> id(series++, ":i"));
        }
        if (value != null && value.matches("\\{[^{}\"]+}")) {
            List<String> items = List.of(value.substring(1, value.length() - 1).split(","));
            String array = items.stream().map(this::expression).collect(joining(", ", "array[", "]"));
            return items.stream().anyMatch(written::containsKey) ? array : Asked.literal(value);
        }
        return written.getOrDefault(value, Asked.literal(value));
    }

    private boolean isNew(String value) {
        try {
            UUID id = UUID.fromString(value);
            return id.version() == 7 && id.getMostSignificantBits() >>> TIME_SHIFT >= since;
        } catch (IllegalArgumentException | NullPointerException another) {
            return false;
        }
    }
}
