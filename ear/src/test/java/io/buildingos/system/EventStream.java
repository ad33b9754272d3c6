package io.buildingos.system;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The events of an execution, as a client hears them until the server ends the stream. */
final class EventStream {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private EventStream() {}

    /** @param lastEventId null for a first connection */
    static List<Event> of(TestStack stack, Actor actor, String execution, String lastEventId)
            throws IOException, InterruptedException {
        return events(lines(stack, actor, execution, lastEventId));
    }

    static List<String> lines(TestStack stack, Actor actor, String execution, String lastEventId)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        stack.base().resolve("/api/v1/platform/executions/" + execution + "/events"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + actor.token());
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<Stream<String>> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body().toList());
        }
        return answer.body().toList();
    }

    private static List<Event> events(List<String> lines) {
        List<Event> events = new ArrayList<>();
        String id = null;
        String name = null;
        StringBuilder data = new StringBuilder();
        for (String line : lines) {
            if (line.startsWith("id:")) {
                id = line.substring(3).strip();
            } else if (line.startsWith("event:")) {
                name = line.substring(6).strip();
            } else if (line.startsWith("data:")) {
                data.append(line.substring(5).strip());
            } else if (line.isEmpty() && name != null) {
                events.add(new Event(id, name, data.toString()));
                name = null;
                data.setLength(0);
            }
        }
        return events;
    }

    /** One event. */
    record Event(String id, String name, String data) {}
}
