package io.buildingos.platform;

import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** What the management port's {@code /metrics} shows of the application, beside the server's own figures. */
@ApplicationScoped
public class Meters {
    private static final Logger LOG = Logger.getLogger(Meters.class);
    private static final long FRESH_NANOS = Duration.ofSeconds(10).toNanos();
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    @Inject
    private Instance<MeterRegistry> servers;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private PlatformFigures figures;

    private MeterRegistry registry;
    private final Map<Answer, Timer> timers = new ConcurrentHashMap<>();
    private final Map<Answer, Counter> counters = new ConcurrentHashMap<>();
    private Map<String, Long> counted = Map.of();
    private long countedAt = System.nanoTime() - FRESH_NANOS;

    @PostConstruct
    void register() {
        // The server brings its one registry once an archive of the EAR, so that asking for the bean is ambiguous. A
        // server without the subsystem brings none and serves all the same.
        registry = servers.isUnsatisfied()
                ? new SimpleMeterRegistry()
                : servers.iterator().next();
        for (String status : PlatformFigures.MAIL) {
            gauge("buildingos_mail_outbox", status);
        }
        for (String status : PlatformFigures.JOBS) {
            gauge("buildingos_job_executions", status);
        }
    }

    /** @param statements how many the answer took of the database */
    public void answered(String method, String route, int status, long nanos, int statements) {
        // A client may call its method anything; a name of each would fill the memory.
        String known = METHODS.contains(method) ? method : "OTHER";
        Answer answer = new Answer(known, route, status);
        timers.computeIfAbsent(answer, this::timer).record(nanos, TimeUnit.NANOSECONDS);
        counters.computeIfAbsent(answer, this::counter).increment(statements);
    }

    /** By the registry's own methods: what a builder registers stays in the deployment's copy and is never shown. */
    private Timer timer(Answer answer) {
        return registry.timer("http_server_requests", tags(answer));
    }

    private Counter counter(Answer answer) {
        return registry.counter("http_server_requests_statements", tags(answer));
    }

    private static Tags tags(Answer answer) {
        return Tags.of("method", answer.method(), "route", answer.route(), "status", Integer.toString(answer.status()));
    }

    private void gauge(String name, String status) {
        registry.gauge(name, Tags.of("status", status), this, meters -> meters.count(name, status));
    }

    /** NaN, when the database can't be asked: a scrape must not fail for that. */
    private synchronized double count(String name, String status) {
        if (System.nanoTime() - countedAt > FRESH_NANOS) {
            try {
                counted = currentCaller.call(Caller.system("metrics"), figures::counts);
            } catch (Exception failure) {
                LOG.debugf("Nothing could be counted: %s", failure.getMessage());
                counted = Map.of();
            }
            countedAt = System.nanoTime();
        }
        Long count = counted.get(name + '/' + status);
        return count == null ? Double.NaN : count;
    }

    private record Answer(String method, String route, int status) {}
}
