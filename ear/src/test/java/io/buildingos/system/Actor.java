package io.buildingos.system;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.regex.Matcher;

/** Somebody logged in, and what they ask of the API. */
record Actor(URI base, UUID userId, String token) {
    /** @param values what the path's {places} stand for, whatever characters that is made of */
    Response get(String path, Object... values) {
        return request().get(path, values);
    }

    /** Unless it is as it was when it had this tag. */
    Response getUnless(String tag, String path) {
        return request().header("If-None-Match", tag).get(path);
    }

    Response post(String path, String json, Object... values) {
        return request().body(filled(json, values)).post(path);
    }

    Response post(String path) {
        return request().post(path);
    }

    /** Where the job's new execution is. */
    String launched(String job, String json) {
        return execution(post("/platform/jobs/" + job + "/executions", json));
    }

    /** Where the execution is that goes on from there. */
    String restarted(String execution) {
        return restarted(execution, "{}");
    }

    String restarted(String execution, String json) {
        return execution(post(execution + "/restart", json));
    }

    private static String execution(Response answer) {
        answer.then().statusCode(202);
        return "/platform/executions/" + answer.path("id");
    }

    /** With a key of its own, which what moves money asks for. */
    Response pay(String path, String json, Object... values) {
        return pay(UUID.randomUUID(), path, json, values);
    }

    Response pay(UUID key, String path, String json, Object... values) {
        return request()
                .header("Idempotency-Key", key)
                .body(filled(json, values))
                .post(path);
    }

    Response put(String path, String json) {
        return request().body(json).put(path);
    }

    Response put(String path, long version, String json) {
        return request().header("If-Match", "\"" + version + "\"").body(json).put(path);
    }

    Response patch(String path, long version, String json) {
        return patch(path, "\"" + version + "\"", json);
    }

    Response patch(String path, String tag, String json) {
        return request().header("If-Match", tag).body(json).patch(path);
    }

    Response delete(String path, long version) {
        return request().header("If-Match", "\"" + version + "\"").delete(path);
    }

    /** Creates, and returns the id. */
    UUID create(String path, String json, Object... values) {
        return UUID.fromString(
                post(path, json, values).then().statusCode(201).extract().path("id"));
    }

    UUID building(String name) {
        return create("/buildings", "{\"name\":\"%s\",\"address\":\"1 Main Street\"}", name);
    }

    UUID unit(UUID building, String code) {
        return create(
                "/buildings/" + building + "/units",
                "{\"code\":\"%s\",\"type\":\"APARTMENT\",\"billable\":true}",
                code);
    }

    UUID person(String name) {
        return create("/people", "{\"name\":\"%s\"}", name);
    }

    /** The answers to as many requests, as if everybody pressed the button at once. */
    static List<Response> atOnce(int count, IntFunction<Response> request) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Callable<Response>> calls = new ArrayList<>();
            for (int number = 0; number < count; number++) {
                int own = number;
                calls.add(() -> request.apply(own));
            }
            List<Response> responses = new ArrayList<>();
            for (var answer : threads.invokeAll(calls)) {
                responses.add(answer.get());
            }
            return responses;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } finally {
            threads.shutdownNow();
        }
    }

    /** With the values in the places marked by %s or %d, in their order. */
    private static String filled(String json, Object... values) {
        String body = json;
        for (Object value : values) {
            body = body.replaceFirst("%[sd]", Matcher.quoteReplacement(String.valueOf(value)));
        }
        return body;
    }

    private RequestSpecification request() {
        return given().baseUri(base.toString())
                .basePath("/api/v1")
                .header("Authorization", "Bearer " + token)
                .contentType("application/json");
    }
}
