package io.buildingos.platform;

import io.buildingos.migration.Migration;
import io.buildingos.migration.Migrations;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
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
            List<Migration> migrations =
                    Migrations.of(Installation.configuration()).status();
            pending = migrations.stream()
                    .filter(migration -> migration.state() == Migration.State.PENDING)
                    .map(Migration::file)
                    .toList();
            version = migrations.stream()
                    .filter(migration -> migration.appliedAt().isPresent())
                    .map(Migration::version)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
            askedAt = System.nanoTime();
        }
        return pending;
    }

    /** Somebody has migrated: what was known is asked anew. */
    synchronized void changed() {
        pending = null;
    }

    /** The newest applied migration's. */
    public synchronized Optional<String> version() {
        pending();
        return Optional.ofNullable(version);
    }
}
