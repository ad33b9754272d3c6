package io.buildingos.web.jobs;

import io.buildingos.batch.jobs.JobsBoundary;
import io.buildingos.identity.LiveSessions;
import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Permission;
import io.buildingos.kernel.Refusal;
import io.buildingos.platform.Readiness;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Tells whoever watches an execution what becomes of it, within a second even where a round comes late. Four looks at the
 * database a second serve all who watch the same execution on this node, and one thread serves everybody; it only runs while
 * somebody watches.
 */
@ApplicationScoped
public class ExecutionEvents {
    private static final Logger LOG = Logger.getLogger(ExecutionEvents.class);
    private static final Caller EVENTS = Caller.system("execution-events");
    private static final long PAUSE_MILLIS = 250;
    private static final int MOST_WATCHERS = 500;

    private final Map<Long, Set<Watcher>> watchers = new ConcurrentHashMap<>();
    private ScheduledFuture<?> rounds;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private JobsBoundary jobs;

    @Inject
    private LiveSessions liveSessions;

    @Inject
    private Readiness readiness;

    /** @param lastEventId as the client's last connection left off, or null */
    void watch(long execution, String lastEventId, SseEventSink sink, Sse sse) {
        Caller caller = currentCaller.get();
        if (watchers.values().stream().mapToInt(Set::size).sum() >= MOST_WATCHERS) {
            throw Refusal.of(ErrorCode.UNAVAILABLE);
        }
        Watcher watcher = new Watcher(sink, sse, caller.sessionId(), caller.tenantId(), lastEventId);
        watcher.greet();
        watchers.compute(execution, (id, others) -> {
            Set<Watcher> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(watcher);
            return all;
        });
        wake();
    }

    private synchronized void wake() {
        if (rounds == null && !watchers.isEmpty()) {
            rounds = scheduler.scheduleWithFixedDelay(this::round, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void sleepIfAlone() {
        if (rounds != null && watchers.isEmpty()) {
            rounds.cancel(false);
            rounds = null;
        }
    }

    private void round() {
        if (readiness.isDraining()) {
            // They come back to another node, with Last-Event-ID; this one needn't wait for them.
            close();
            watchers.clear();
        }
        watchers.keySet().forEach(this::tellWhatIsThere);
        sleepIfAlone();
    }

    private void tellWhatIsThere(long execution) {
        try {
            currentCaller.run(EVENTS, () -> tell(execution));
        } catch (Refusal gone) {
            closeAll(watchers.remove(execution));
        } catch (RuntimeException failure) {
            LOG.debugf(failure, "Nothing can be told of execution %d just now", execution);
        }
    }

    private void tell(long execution) {
        Set<Watcher> all = watchers.get(execution);
        Snapshot snapshot = Snapshot.of(jobs.execution(execution));
        all.removeIf(watcher -> !mayWatch(watcher)
                || !watcher.tell(snapshot, line -> jobs.logSince(execution, line, Watcher.LINES_AT_ONCE)));
        watchers.computeIfPresent(execution, (id, others) -> others.isEmpty() ? null : others);
    }

    /** A session that ended, or lost the right, sees no more than another half-minute. */
    private boolean mayWatch(Watcher watcher) {
        boolean may = liveSessions
                .find(watcher.session(), watcher.tenant())
                .filter(access -> access.caller("execution-events", null).holds(Permission.PLATFORM))
                .isPresent();
        if (!may) {
            watcher.close();
        }
        return may;
    }

    @PreDestroy
    void close() {
        watchers.values().forEach(ExecutionEvents::closeAll);
    }

    private static void closeAll(Set<Watcher> all) {
        if (all != null) {
            all.forEach(Watcher::close);
        }
    }
}
