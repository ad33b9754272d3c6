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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** People who work on while the servers change: most read, one writes. Every request that wasn't served is remembered. */
final class SteadyLoad implements AutoCloseable {
    private static final int READERS = 8;

    private final URI base;
    private final String token;
    private final AtomicLong sent = new AtomicLong();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean ended;

    SteadyLoad(URI base, String token) {
        this.base = base;
        this.token = token;
        for (int reader = 0; reader < READERS; reader++) {
            start("reader-" + reader, () -> request("/api/v1/tenant").GET(), 200);
        }
        start("writer", this::newPerson, 201);
    }

    private HttpRequest.Builder newPerson() {
        return request("/api/v1/people")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(Body.of("name", "Load " + UUID.randomUUID())));
    }

    private void start(String name, Supplier<HttpRequest.Builder> request, int expected) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        Thread thread = new Thread(
                () -> {
                    while (!ended) {
                        send(client, request.get().build(), expected);
                    }
                },
                name);
        threads.add(thread);
        thread.start();
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
            ended = true;
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
        ended = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
