package io.buildingos.notification;

import io.buildingos.config.Configuration;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Properties;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.MessageRejectedException;

/**
 * Through Amazon SES, as raw MIME. SES knows no idempotency: a mail whose answer was lost leaves a second time. So the
 * client itself never tries twice; the outbox does, later.
 */
@ApplicationScoped
class SesMail implements MailProvider {
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);
    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(20);

    private final Configuration settings;
    private final MimeLetters letters;

    private SesClient client;

    protected SesMail() {
        this(null, null);
    }

    @Inject
    SesMail(Configuration settings, MimeLetters letters) {
        this.settings = settings;
        this.letters = letters;
    }

    @Override
    public String send(Letter letter) throws MessagingException, IOException, MailRefused {
        ByteArrayOutputStream mime = new ByteArrayOutputStream();
        letters.message(Session.getInstance(new Properties()), letter).writeTo(mime);
        try {
            return client().sendRawEmail(mail -> mail.source(letters.sender())
                            .destinations(letter.recipient())
                            .rawMessage(raw -> raw.data(SdkBytes.fromByteArray(mime.toByteArray()))))
                    .messageId();
        } catch (MessageRejectedException rejected) {
            throw new MailRefused(false, String.valueOf(rejected.getMessage()));
        } catch (SdkException failure) {
            throw new IOException(failure.getMessage(), failure);
        }
    }

    /** Made at the first mail: most installations have another provider. */
    private synchronized SesClient client() {
        if (client == null) {
            var building = SesClient.builder()
                    .region(Region.of(settings.value("SES_REGION")))
                    .credentialsProvider(credentials())
                    .overrideConfiguration(override ->
                            override.retryStrategy(RetryMode.STANDARD).retryStrategy(retry -> retry.maxAttempts(1)))
                    .httpClientBuilder(Apache5HttpClient.builder()
                            .connectionTimeout(CONNECT_PATIENCE)
                            .socketTimeout(ANSWER_PATIENCE));
            settings.optional("SES_ENDPOINT").map(URI::create).ifPresent(building::endpointOverride);
            client = building.build();
        }
        return client;
    }

    private AwsCredentialsProvider credentials() {
        return settings.optional("SES_ACCESS_KEY")
                .<AwsCredentialsProvider>map(key -> StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(key, settings.value("SES_SECRET_KEY"))))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    @PreDestroy
    synchronized void close() {
        if (client != null) {
            client.close();
        }
    }
}
