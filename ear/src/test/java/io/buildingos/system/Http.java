package io.buildingos.system;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Requests as bytes: what a well-behaved client library would never send. */
final class Http {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Http() {}

    static HttpResponse<String> send(
            String method, URI address, String token, Map<String, String> headers, String body) {
        return sendBytes(method, address, token, headers, body == null ? null : body.getBytes(StandardCharsets.UTF_8));
    }

    static HttpResponse<String> sendBytes(
            String method, URI address, String token, Map<String, String> headers, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(60))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            AuditTrail.saw(
                    method,
                    address,
                    answer.statusCode(),
                    answer.headers().firstValue("X-Request-Id").orElse(null),
                    answer.headers().firstValue("Idempotency-Replayed").isPresent(),
                    answer.body());
            return answer;
        } catch (IOException failure) {
            throw new AssertionError(method + " " + address + " got no answer", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** A request line as it stands, which no address of Java's could be; the whole answer, head and body. */
    static String raw(URI base, String method, String address) {
        String request = "%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                .formatted(method, address, base.getAuthority());
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new AssertionError(method + " " + address + " got no answer", failure);
        }
    }
}
