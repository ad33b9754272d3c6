package io.buildingos.migration;

import io.buildingos.config.Database;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections without a pool: migrations need two and hold session locks. */
public final class DirectConnections {
    private static final int CONNECT_SECONDS = 10;

    private DirectConnections() {}

    public static DataSource to(Database database) {
        return to(database, "buildingos-migrations");
    }

    /** @param application as the server's list of connections shows it */
    public static DataSource to(Database database, String application) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setApplicationName(application);
        source.setUrl(database.jdbcUrl());
        source.setUser(database.user());
        source.setPassword(database.password());
        return source;
    }
}
