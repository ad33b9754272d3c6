package io.buildingos.config;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * How a database is reached. Its text leaves the password out, so that it may be logged.
 *
 * @param jdbcUrl without user and password
 * @param host the first host, for the tools of PostgreSQL
 */
public record Database(
        String jdbcUrl, String user, String password, String schema, String host, int port, String name) {
    /**
     * Reads an address as the settings have it.
     *
     * @throws IllegalArgumentException with the reason, which never quotes the address
     */
    public static Database at(String url) {
        try {
            return DatabaseUrl.parse(url);
        } catch (Refusal refusal) {
            throw new IllegalArgumentException(String.join("; ", refusal.reasons()), refusal);
        }
    }

    /** Another database of the same server, as the same role. */
    public Database named(String other) {
        String hosts = jdbcUrl.substring(0, jdbcUrl.indexOf('/', "jdbc:postgresql://".length()) + 1);
        String encoded = URLEncoder.encode(other, StandardCharsets.UTF_8).replace("+", "%20");
        int query = jdbcUrl.indexOf('?');
        String url = hosts + encoded + (query < 0 ? "" : jdbcUrl.substring(query));
        return new Database(url, user, password, schema, host, port, other);
    }

    @Override
    public String toString() {
        return jdbcUrl.replaceAll("(?i)(password=)[^&]*", "$1" + Configuration.MASK) + " as " + user;
    }
}
