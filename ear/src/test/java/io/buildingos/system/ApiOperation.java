package io.buildingos.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One operation of the served OpenAPI document, and how to call it with something it takes. */
record ApiOperation(String method, String path, JsonNode description, JsonNode schemas) {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** Where a schema can't say what is right. By operation and field. */
    private static final Map<String, String> SAMPLES = Map.ofEntries(
            Map.entry("cron", "0 3 * * *"),
            Map.entry("parameter", "seed=1"),
            Map.entry("zone", "UTC"),
            Map.entry("email", "somebody@example.com"),
            Map.entry("ownerEmail", "somebody@example.com"),
            Map.entry("currency", "EUR"),
            Map.entry("period", "2026-01"),
            Map.entry("locale", "en"),
            Map.entry("timeZone", "Europe/Madrid"),
            Map.entry("slug", "sample-slug"),
            Map.entry("fileName", "sample.pdf"),
            Map.entry("contentType", "application/pdf"),
            Map.entry("sha256", "0".repeat(64)),
            Map.entry("password", "Sample-Password-2026!"),
            Map.entry("newPassword", "Sample-Password-2026!"));

    static List<ApiOperation> all(TestStack stack) {
        try {
            HttpResponse<String> served =
                    Http.send("GET", stack.base().resolve("/openapi?format=JSON"), null, Map.of(), null);
            JsonNode document = new ObjectMapper().readTree(served.body());
            List<ApiOperation> operations = new ArrayList<>();
            document.get("paths")
                    .properties()
                    .forEach(path -> path.getValue()
                            .properties()
                            .forEach(operation -> operations.add(new ApiOperation(
                                    operation.getKey().toUpperCase(java.util.Locale.ROOT),
                                    path.getKey(),
                                    operation.getValue(),
                                    document.at("/components/schemas")))));
            return operations;
        } catch (java.io.IOException unreadable) {
            throw new AssertionError("the OpenAPI document can't be read", unreadable);
        }
    }

    String id() {
        return description.get("operationId").asText();
    }

    boolean isOpen() {
        return description.has("security") && description.at("/security/0").isEmpty();
    }

    boolean isPlatform() {
        return path.startsWith("/api/v1/platform/");
    }

    boolean isList() {
        return parameters().stream()
                .anyMatch(parameter -> parameter.path("name").asText().equals("cursor"));
    }

    boolean readsOneThing() {
        return method.equals("GET") && description.at("/responses/200/headers").has("ETag");
    }

    boolean needsKey() {
        return parameters().stream()
                .anyMatch(parameter -> parameter.path("name").asText().equals("Idempotency-Key")
                        && parameter.path("required").asBoolean());
    }

    boolean hasVariables() {
        return path.contains("{");
    }

    boolean hasBody() {
        return description.has("requestBody");
    }

    String contentType() {
        return description.at("/requestBody/content").fieldNames().next();
    }

    JsonNode bodySchema() {
        return resolved(description.at("/requestBody/content").elements().next().get("schema"));
    }

    URI at(TestStack stack, Function<String, String> variables) {
        return stack.base()
                .resolve(VARIABLE.matcher(path)
                        .replaceAll(found -> Matcher.quoteReplacement(variables.apply(found.group(1)))));
    }

    /** A body with every required field, each as its schema wants it. */
    String body() {
        return hasBody() ? sample("", bodySchema()).toString() : null;
    }

    /** Texts of the body that must say something, in words of one's own. */
    List<String> wordyFields() {
        List<String> wordy = new ArrayList<>();
        bodySchema().path("properties").properties().forEach(property -> {
            JsonNode schema = property.getValue();
            if (schema.path("minLength").asInt() > 0 && !schema.has("pattern") && !schema.has("format")) {
                wordy.add(property.getKey());
            }
        });
        return wordy;
    }

    String bodyWith(String field, String text) {
        ObjectNode body = (ObjectNode) sample("", bodySchema());
        return body.put(field, text).toString();
    }

    JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        if (reference.isEmpty()) {
            return schema.has("anyOf") ? resolved(schema.get("anyOf").get(0)) : schema;
        }
        return schemas.get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    /** What the query may say besides limit and cursor: a list's sort and filters. */
    List<JsonNode> choices() {
        return parameters().stream()
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .filter(parameter -> !Set.of("limit", "cursor")
                        .contains(parameter.path("name").asText()))
                .toList();
    }

    String sampleOf(JsonNode parameter) {
        return sample(parameter.path("name").asText(), parameter.get("schema")).asText();
    }

    private List<JsonNode> parameters() {
        List<JsonNode> parameters = new ArrayList<>();
        description.path("parameters").forEach(parameters::add);
        return parameters;
    }

    private JsonNode sample(String name, JsonNode unresolved) {
        JsonNode schema = resolved(unresolved);
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        JsonNode type = schema.path("type");
        return switch (type.isArray() ? type.get(0).asText() : type.asText()) {
            case "object" -> {
                ObjectNode object = json.objectNode();
                schema.path("required")
                        .forEach(field -> object.set(
                                field.asText(),
                                sample(field.asText(), schema.path("properties").path(field.asText()))));
                yield object;
            }
            case "array" -> {
                ArrayNode array = json.arrayNode();
                yield schema.has("items") ? array.add(sample(name, schema.get("items"))) : array;
            }
            case "integer", "number" -> json.numberNode(schema.path("minimum").asInt(1));
            case "boolean" -> json.booleanNode(true);
            default -> json.textNode(text(name, schema));
        };
    }

    private static String text(String name, JsonNode schema) {
        if (SAMPLES.containsKey(name)) {
            return SAMPLES.get(name);
        }
        return switch (schema.path("format").asText()) {
            case "uuid" -> UUID.randomUUID().toString();
            case "date" -> "2026-01-01";
            case "date-time" -> "2026-01-01T00:00:00Z";
            default -> "x".repeat(Math.max(3, schema.path("minLength").asInt()));
        };
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
