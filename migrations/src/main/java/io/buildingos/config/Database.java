package io.buildingos.config;

/**
 * How a database is reached. Its text leaves the password out, so that it may be logged.
 *
 * @param jdbcUrl without user and password
 * @param host the first host, for the tools of PostgreSQL
 */
public record Database(
        String jdbcUrl, String user, String password, String schema, String host, int port, String name) {
    @Override
    public String toString() {
        return jdbcUrl.replaceAll("(?i)(password=)[^&]*", "$1" + Configuration.MASK) + " as " + user;
    }
}
