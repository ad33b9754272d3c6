package io.buildingos.platform;

import io.buildingos.config.Configuration;
import io.buildingos.platform.Readiness.Check;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Whether the servers beside ours answer at all. Rights and contents are for the features that use them to find out. */
@ApplicationScoped
class Neighbours {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int SERVER_ERROR = 500;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /** An object store answers an unsigned question too, if only with a no. */
    Check storageAnswers() throws IOException, InterruptedException {
        Configuration settings = Installation.configuration();
        String endpoint = settings.optional("S3_ENDPOINT")
                .orElseGet(() -> "https://s3.%s.amazonaws.com".formatted(settings.value("S3_REGION")));
        URI bucket = URI.create(endpoint.replaceFirst("/+$", "") + "/" + settings.value("S3_BUCKET"));
        HttpRequest question = HttpRequest.newBuilder(bucket)
                .timeout(PATIENCE)
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        int status = http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode();
        return status < SERVER_ERROR ? Check.UP : Check.DOWN;
    }

    /** The providers with an HTTP API aren't asked: they are as far as the internet is, and count what they are asked. */
    Check mailAnswers() throws IOException {
        Configuration settings = Installation.configuration();
        if (!settings.value("MAIL_PROVIDER").equals("smtp")) {
            return Check.UP;
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(settings.value("SMTP_HOST"), (int) settings.number("SMTP_PORT")), (int)
                    PATIENCE.toMillis());
            return Check.UP;
        }
    }
}
