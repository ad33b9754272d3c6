package io.buildingos.web.kernel;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** What a field looks like, for those who read the description: of texts by their names, of everything else by its form. */
final class ApiExamples {
    private static final Map<String, String> BY_FORMAT = Map.of(
            "uuid", "019b76da-a800-78d1-87ab-120cef39ccc5",
            "date", "2026-03-31",
            "date-time", "2026-03-31T12:00:00Z",
            "uri", "https://buildings.example/x");
    private static final Map<String, Long> COUNTS = Map.of("amountMinor", 123_456L, "size", 48_213L);
    private static final Properties TEXTS = read();

    private ApiExamples() {}

    /** A field whose schema is elsewhere, or that has no example, stays as it is. */
    static void show(Class<?> type, String field, Schema schema) {
        List<SchemaType> types = schema.getType();
        if (types == null || types.size() != 1 || schema.getEnumeration() != null) {
            return;
        }
        Object example = switch (types.get(0)) {
            case STRING -> text(type, field, schema.getFormat());
            case INTEGER -> COUNTS.getOrDefault(field, 1L);
            default -> null;
        };
        if (example != null) {
            schema.setExamples(List.of(example));
        }
    }

    private static String text(Class<?> type, String field, String format) {
        if (format != null) {
            return BY_FORMAT.get(format);
        }
        return TEXTS.getProperty(type.getSimpleName() + "." + field, TEXTS.getProperty(field));
    }

    private static Properties read() {
        try (Reader file = new InputStreamReader(
                ApiExamples.class.getResourceAsStream("examples.properties"), StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(file);
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
