package io.buildingos.platform;

import io.buildingos.migration.Migrations;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How far the database's migrations are. Once none is pending none can become pending without a new deployment, so that is
 * remembered; a database that isn't ready yet is asked again, but not at each probe.
 */
@ApplicationScoped
public class SchemaState {
    private static final long ASK_AGAIN_NANOS = Duration.ofSeconds(5).toNanos();

    private List<String> pending;
    private long askedAt;
    private String version;

    /** File names, in order. Throws, when the database can't be asked. */
    public synchronized List<String> pending() {
        boolean known = pending != null && (pending.isEmpty() || System.nanoTime() - askedAt < ASK_AGAIN_NANOS);
        if (!known) {
            Migrations migrations = Migrations.of(Installation.configuration());
            pending = migrations.pending();
            version = migrations.currentVersion().orElse(null);
            askedAt = System.nanoTime();
        }
        return pending;
    }

    /** The newest applied migration's. */
    public synchronized Optional<String> version() {
        pending();
        return Optional.ofNullable(version);
    }
}
