package io.buildingos.notification;

import io.buildingos.config.Configuration;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A letter to send, and settings to send it with. */
final class Letters {
    static final UUID ID = UUID.fromString("0193a000-0000-7000-8000-000000000001");

    private Letters() {}

    static Letter receipt() {
        return new Letter(
                ID,
                "ana@example.com",
                "Recibo n.º 7",
                "Hola, Ana",
                "<p>Hola, Ana</p>",
                List.of(new Letter.Attachment(
                        "recibo 7.pdf", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII))));
    }

    static MimeLetters mime() {
        return new MimeLetters(
                Optional.of("Casa Uno <noreply@example.com>"),
                Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC));
    }

    static Configuration settings(Map<String, String> own) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "APP_ENV", "development",
                "DATABASE_URL", "postgresql://u:p@localhost:5432/x",
                "JWT_SECRET", "0123456789abcdef0123456789abcdef-development",
                "APP_BASE_URL", "http://localhost:8080",
                "WEB_ORIGIN", "http://localhost:8080",
                "S3_BUCKET", "buildingos",
                "MAIL_FROM", "Casa Uno <noreply@example.com>"));
        settings.putAll(own);
        return Configuration.load(settings);
    }
}
