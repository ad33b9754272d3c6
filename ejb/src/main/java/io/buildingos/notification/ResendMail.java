package io.buildingos.notification;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.buildingos.config.Configuration;
import io.buildingos.kernel.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;

/** Through Resend's HTTP API. Within a day it takes a mail of the same key once, however often it is sent. */
@ApplicationScoped
class ResendMail implements MailProvider {
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);
    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(20);
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT_PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private final Configuration settings;
    private final MimeLetters letters;

    protected ResendMail() {
        this(null, null);
    }

    @Inject
    ResendMail(Configuration settings, MimeLetters letters) {
        this.settings = settings;
        this.letters = letters;
    }

    @Override
    public String send(Letter letter) throws IOException, MailRefused {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(settings.value("RESEND_BASE_URL").replaceFirst("/+$", "") + "/emails"))
                .timeout(ANSWER_PATIENCE)
                .header("Authorization", "Bearer " + settings.value("RESEND_API_KEY"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", letter.id().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body(letter).toString()))
                .build();
        HttpResponse<String> answer = answer(request);
        if (answer.statusCode() == OK) {
            return Json.mapper().readTree(answer.body()).path("id").asText(null);
        }
        String said = "Resend answered %d: %s".formatted(answer.statusCode(), answer.body());
        // What it says of the mail itself is final; of keys, limits and its own troubles it is not.
        if (answer.statusCode() == BAD_REQUEST || answer.statusCode() == UNPROCESSABLE) {
            throw new MailRefused(false, said);
        }
        throw new IOException(said);
    }

    private HttpResponse<String> answer(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while sending", interrupted);
        }
    }

    private ObjectNode body(Letter letter) {
        ObjectNode body = Json.mapper().createObjectNode();
        body.put("from", letters.sender());
        body.putArray("to").add(letter.recipient());
        body.put("subject", letter.subject());
        body.put("text", letter.text());
        body.put("html", letter.html());
        body.putObject("headers").put("Auto-Submitted", "auto-generated");
        if (!letter.attachments().isEmpty()) {
            ArrayNode attachments = body.putArray("attachments");
            letter.attachments()
                    .forEach(attachment -> attachments
                            .addObject()
                            .put("filename", attachment.fileName())
                            .put("content_type", attachment.contentType())
                            .put("content", Base64.getEncoder().encodeToString(attachment.content())));
        }
        return body;
    }
}
