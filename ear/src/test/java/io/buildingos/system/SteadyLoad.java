package io.buildingos.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * People who work on while the servers change: most read, one writes, each at a pace that leaves the machine room for the
 * change. Every request that wasn't served is remembered; none is sent twice, see the profile's {@code retrylimit}.
 */
final class SteadyLoad implements AutoCloseable {
    private static final int READERS = 8;
    private static final Duration PACE = Duration.ofMillis(40);

    private final URI base;
    private final String token;
    private final AtomicLong sent = new AtomicLong();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<ScheduledFuture<?>> acts = new ArrayList<>();
    private final ScheduledExecutorService people = Executors.newScheduledThreadPool(READERS + 1);

    SteadyLoad(URI base, String token) {
        this.base = base;
        this.token = token;
        for (int reader = 0; reader < READERS; reader++) {
            start(() -> request("/api/v1/tenant").GET(), 200);
        }
        start(this::newPerson, 201);
    }

    private HttpRequest.Builder newPerson() {
        return request("/api/v1/people")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(Body.of("name", "Load " + UUID.randomUUID())));
    }

    private void start(Supplier<HttpRequest.Builder> request, int expected) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        acts.add(people.scheduleAtFixedRate(
                () -> send(client, request.get().build(), expected), 0, PACE.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void send(HttpClient client, HttpRequest request, int expected) {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != expected) {
                failures.add(request.method() + " " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException lost) {
            failures.add(request.method() + " " + lost);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        sent.incrementAndGet();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token);
    }

    long sent() {
        return sent.get();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() throws InterruptedException {
        acts.forEach(act -> act.cancel(false));
        people.shutdown();
        if (!people.awaitTermination(90, TimeUnit.SECONDS)) {
            throw new AssertionError("a request is still under way");
        }
    }
}
