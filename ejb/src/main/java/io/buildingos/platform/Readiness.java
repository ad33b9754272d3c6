package io.buildingos.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.buildingos.probe.Draining;
import io.buildingos.probe.Probe;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Whether this node can serve. Without the database or with migrations pending it can't; without the document store or the
 * mail server it can, in part. A server that drains can, but shouldn't be sent anything new.
 */
@ApplicationScoped
public class Readiness {
    private static final Logger LOG = Logger.getLogger(Readiness.class);
    private static final int PATIENCE_SECONDS = 2;
    private static final long OUTSIDE_FRESH_NANOS = Duration.ofSeconds(10).toNanos();

    @Resource(lookup = "java:jboss/datasources/BuildingOS")
    private DataSource database;

    @Inject
    private SchemaState schema;

    @Inject
    private Neighbours neighbours;

    private Map<String, Check> outside;
    private long outsideAskedAt;

    /** The API has started; until then, and after {@link #close}, the management port says no, whatever else is. */
    public void open() {
        Probe.open(() -> report().probed());
    }

    public void close() {
        Probe.close();
    }

    /** The server is about to stop taking requests: each one answered now is the last on its connection. */
    public boolean isDraining() {
        return Draining.underWay();
    }

    /** Asks now what must be there; what lies outside, at most every ten seconds. */
    public Report report() {
        Map<String, Check> checks = new LinkedHashMap<>();
        checks.put("database", timed("database", this::databaseAnswers));
        checks.put(
                "migrations",
                checks.get("database").up() ? timed("migrations", this::nothingPending) : Check.unknown());
        checks.putAll(outside());
        return Report.of(checks);
    }

    private synchronized Map<String, Check> outside() {
        if (outside == null || System.nanoTime() - outsideAskedAt > OUTSIDE_FRESH_NANOS) {
            Map<String, Check> asked = new LinkedHashMap<>();
            asked.put("storage", timed("storage", neighbours::storageAnswers));
            asked.put("mail", timed("mail", neighbours::mailAnswers));
            outside = asked;
            outsideAskedAt = System.nanoTime();
        }
        return outside;
    }

    private Check databaseAnswers() throws Exception {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS) ? Check.UP : Check.DOWN;
        }
    }

    private Check nothingPending() {
        List<String> pending = schema.pending();
        return pending.isEmpty() ? Check.UP : Check.pending(pending);
    }

    /** What went wrong is for the log; whoever asks learns that, not why. */
    private static Check timed(String name, Callable<Check> check) {
        long start = System.nanoTime();
        Check result;
        try {
            result = check.call();
        } catch (Exception failure) {
            LOG.warnf("Check of %s failed: %s", name, failure.getMessage());
            result = Check.DOWN;
        }
        return result.after(Duration.ofNanos(System.nanoTime() - start));
    }

    /** All checks together. */
    public record Report(String status, Map<String, Check> checks) {
        /** Of a server that takes its leave; nothing needs to be asked for it. */
        public static final Report DRAINING = new Report("draining", Map.of());

        static Report of(Map<String, Check> checks) {
            boolean serves =
                    checks.get("database").up() && checks.get("migrations").up();
            boolean whole = checks.values().stream().allMatch(Check::up);
            return new Report(serves ? whole ? "ready" : "degraded" : "unavailable", checks);
        }

        Probe.Answer probed() {
            Map<String, String> statuses = new LinkedHashMap<>();
            checks.forEach((name, check) -> statuses.put(name, check.status()));
            return new Probe.Answer(serves(), status, statuses);
        }

        public boolean serves() {
            return status.equals("ready") || status.equals("degraded");
        }
    }

    /**
     * One check.
     *
     * @param pending names of migrations that wait, only where there are some
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Check(String status, Long latencyMillis, String message, List<String> pending) {
        static final Check UP = new Check("up", null, null, null);
        static final Check DOWN = new Check("down", null, null, null);

        static Check unknown() {
            return new Check("unknown", null, null, null);
        }

        static Check pending(List<String> files) {
            return new Check("down", null, "Pending migrations detected", files);
        }

        Check after(Duration latency) {
            return new Check(status, latency.toMillis(), message, pending);
        }

        boolean up() {
            return status.equals("up");
        }
    }
}
