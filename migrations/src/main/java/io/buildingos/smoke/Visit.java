package io.buildingos.smoke;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One run at one address: who is logged in, what was made, and what is to be taken away again. */
final class Visit {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI base;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final Map<Account.Kind, Account> accounts;
    private final Map<Account.Kind, String> tokens = new EnumMap<>(Account.Kind.class);
    private final Map<String, String> made = new HashMap<>();
    private final Deque<Step> cleanups = new ArrayDeque<>();
    private final Clock clock;

    /** Names made in this run are alike and can't be anybody else's. */
    final String mark;

    Visit(URI base, Map<Account.Kind, Account> accounts, Clock clock) {
        this.base = base;
        this.accounts = accounts;
        this.clock = clock;
        this.mark = "smoke-" + Long.toString(clock.millis(), Character.MAX_RADIX);
    }

    boolean has(Account.Kind kind) {
        return accounts.containsKey(kind);
    }

    boolean isLoggedIn(Account.Kind kind) {
        return tokens.containsKey(kind);
    }

    void logIn(Account.Kind kind) throws Step.Failure {
        openSession(kind);
        cleanup("log out", kind, visit -> {
            visit.logOut(kind);
            return null;
        });
    }

    /** In a session of its own: one that is there may not know for half a minute what its user may do from now on. */
    void logInAnew(Account.Kind kind) throws Step.Failure {
        logOut(kind);
        openSession(kind);
    }

    private void openSession(Account.Kind kind) throws Step.Failure {
        Answer answer = send(
                        "POST", "/api/v1/auth/login", null, accounts.get(kind).logIn(clock.instant()))
                .expecting(200);
        tokens.put(kind, answer.text("accessToken"));
    }

    private void logOut(Account.Kind kind) throws Step.Failure {
        send("POST", "/api/v1/auth/logout", kind, null).expecting(204);
    }

    /** Done after the last step in any case, the latest first. */
    void cleanup(String name, Account.Kind kind, Step.Act act) {
        cleanups.push(Step.writing(name, kind, act));
    }

    /** Null when nothing is left. */
    Step nextCleanup() {
        return cleanups.poll();
    }

    /** For later steps. */
    void remember(String name, String id) {
        made.put(name, id);
    }

    String made(String name) throws Step.Failure {
        String id = made.get(name);
        if (id == null) {
            throw new Step.NotTried("there is no " + name);
        }
        return id;
    }

    Answer get(String path, Account.Kind as) throws Step.Failure {
        return send("GET", path, as, null);
    }

    Answer send(String method, String path, Account.Kind as, String json) throws Step.Failure {
        return send(method, path, as, json, null);
    }

    /** @param entityTag which version is meant; null where it doesn't matter */
    Answer send(String method, String path, Account.Kind as, String json, String entityTag) throws Step.Failure {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("User-Agent", "buildingos-smoke")
                .method(
                        method,
                        json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json));
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        if (as != null) {
            request.header("Authorization", "Bearer " + tokens.get(as));
        }
        if (entityTag != null) {
            request.header("If-Match", entityTag);
        }
        if (method.equals("POST")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        return send(method + " " + path, request.build());
    }

    /** Straight to the store, at the address that the product has signed. */
    Answer put(String signed, String contentType, String content) throws Step.Failure {
        URI address = URI.create(signed);
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", contentType)
                .PUT(HttpRequest.BodyPublishers.ofString(content))
                .build();
        return send("PUT " + address.getScheme() + "://" + address.getAuthority() + "/…", request);
    }

    /**
     * The same request, from those who must not: who only lives there, and another company. Whoever isn't logged in isn't
     * asked.
     *
     * @return who was refused, to be told
     */
    String refused(String method, String path, String json, Account.Kind... others) throws Step.Failure {
        List<String> refused = new ArrayList<>();
        for (Account.Kind other : others) {
            if (isLoggedIn(other)) {
                Answer answer = send(method, path, other, json);
                // A stranger isn't even told that it is there.
                if (answer.status() != 404 && (other == Account.Kind.STRANGER || answer.status() != 403)) {
                    throw new Step.Failure(answer.request() + " as " + other.shown() + " answered " + answer.status()
                            + " instead of a refusal");
                }
                refused.add(other.shown());
            }
        }
        return refused.isEmpty() ? null : "refused to " + String.join(", ", refused);
    }

    Answer send(String shown, HttpRequest request) throws Step.Failure {
        try {
            return Answer.of(shown, client.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (ConnectException | HttpConnectTimeoutException unreachable) {
            throw new Unreachable(base, unreachable);
        } catch (IOException broken) {
            throw new Step.Failure(shown + " was not answered: " + broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Step.Failure(shown + " was interrupted");
        }
    }

    /** Nobody listens: no other step can say more. */
    static final class Unreachable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreachable(URI base, IOException cause) {
            super(base + " can't be reached", cause);
        }
    }
}
