package io.buildingos.benchmark;

import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement as the server sent it.
 *
 * @param process of PostgreSQL, which is a connection
 * @param values what $1, $2 … stood for, as text; null is null
 */
record Asked(int process, String sql, List<String> values) {
    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");
    private static final Pattern INSERTED = Pattern.compile("insert into \\w+ \\(([^)]*)\\)");

    boolean is(String word) {
        return sql.equalsIgnoreCase(word);
    }

    /** With every value in its place, as the function has it, which is told the value's position from 0. */
    String filled(IntFunction<String> writing) {
        return PLACE.matcher(sql)
                .replaceAll(place -> Matcher.quoteReplacement(writing.apply(Integer.parseInt(place.group(1)) - 1)));
    }

    /** Where an insert has the column's value, else -1. */
    int positionOf(String column) {
        Matcher inserted = INSERTED.matcher(sql);
        return inserted.find() ? List.of(inserted.group(1).split(", ?", -1)).indexOf(column) : -1;
    }

    /** As SQL has it, without a colon, in which psql and pgbench see their variables. */
    static String literal(String value) {
        return value == null
                ? "null"
                : "E'" + value.replace("\\", "\\\\").replace("'", "''").replace(":", "\\x3a") + "'";
    }
}
