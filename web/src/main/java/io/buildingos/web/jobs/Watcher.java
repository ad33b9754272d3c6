package io.buildingos.web.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.buildingos.jobs.JobLog.LogLine;
import io.buildingos.kernel.Json;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One who watches an execution: {@code log} events, each line once, and {@code execution} events, the newest state. An
 * event's id says how far both are, so that a connection that broke goes on where it was.
 */
final class Watcher {
    static final int LINES_AT_ONCE = 200;
    private static final Pattern ID = Pattern.compile("(\\d{1,18})-([0-9a-f]{1,8}|none)");
    private static final long QUIET_NANOS = Duration.ofSeconds(15).toNanos();
    private static final long STUCK_NANOS = Duration.ofSeconds(30).toNanos();

    private final SseEventSink sink;
    private final Sse sse;
    private final UUID session;
    private final UUID tenant;
    private long line;
    private String mark = "none";
    private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);
    private long sentAt = System.nanoTime();

    Watcher(SseEventSink sink, Sse sse, UUID session, UUID tenant, String lastEventId) {
        this.sink = sink;
        this.sse = sse;
        this.session = session;
        this.tenant = tenant;
        Matcher id = ID.matcher(lastEventId == null ? "" : lastEventId);
        if (id.matches()) {
            line = Long.parseLong(id.group(1));
            mark = id.group(2);
        }
    }

    UUID session() {
        return session;
    }

    UUID tenant() {
        return tenant;
    }

    /**
     * Whatever is new. A client that takes it slower than it comes misses states, never lines.
     *
     * @return false when there is nobody to tell, or nothing more to come
     */
    boolean tell(Snapshot snapshot, LongFunction<List<LogLine>> linesAfter) {
        if (sink.isClosed() || sending.isCompletedExceptionally()) {
            close();
            return false;
        }
        if (!sending.isDone()) {
            return staysWithinPatience();
        }
        List<LogLine> lines = linesAfter.apply(line);
        for (LogLine next : lines) {
            line = next.id();
            send("log", written(next));
        }
        boolean more = lines.size() == LINES_AT_ONCE;
        if (!snapshot.mark().equals(mark) && !more) {
            mark = snapshot.mark();
            send("execution", snapshot.json());
        }
        if (snapshot.last() && !more) {
            sending = sending.whenComplete((sent, failure) -> close());
            return false;
        }
        keepAlive();
        return true;
    }

    void close() {
        if (!sink.isClosed()) {
            sink.close();
        }
    }

    private boolean staysWithinPatience() {
        if (System.nanoTime() - sentAt < STUCK_NANOS) {
            return true;
        }
        close();
        return false;
    }

    /** Or a proxy takes the connection for dead. */
    private void keepAlive() {
        if (System.nanoTime() - sentAt > QUIET_NANOS) {
            greet();
        }
    }

    /** Says nothing: but the answer has begun, however soon it ends. */
    void greet() {
        sentAt = System.nanoTime();
        sending = sink.send(sse.newEventBuilder().comment("").build()).toCompletableFuture();
    }

    private void send(String name, String data) {
        sentAt = System.nanoTime();
        sending = sink.send(sse.newEventBuilder()
                        .id(line + "-" + mark)
                        .name(name)
                        .data(data)
                        .build())
                .toCompletableFuture();
    }

    private static String written(LogLine line) {
        try {
            return Json.mapper().writeValueAsString(line);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
