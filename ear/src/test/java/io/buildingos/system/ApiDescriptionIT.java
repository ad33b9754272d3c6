package io.buildingos.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The committed description is the served one. After a change of the API write it anew:
 * {@code ./mvnw verify -pl ear -am -Dit.test=ApiDescriptionIT -Dbuildingos.openapi.write=true}.
 */
@SystemTest
class ApiDescriptionIT {
    private static final Path COMMITTED =
            Path.of(System.getProperty("buildingos.root"), "web/src/main/openapi/openapi.yaml");

    @Test
    void theCommittedFileIsWhatTheServerSays(TestStack stack) throws IOException {
        String served = Http.send("GET", stack.base().resolve("/openapi?format=YAML"), null, Map.of(), null)
                .body();
        if (Boolean.getBoolean("buildingos.openapi.write")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, served);
        }
        assertEquals(Files.readString(COMMITTED), served);
    }

    @Test
    void everyOperationHasAnIdOfItsOwn(TestStack stack) {
        Set<String> ids = new HashSet<>();
        ApiOperation.all(stack).forEach(operation -> assertTrue(ids.add(operation.id()), operation.id()));
    }

    @Test
    void showsWhatEachTextOfABodyLooksLike(TestStack stack) {
        Set<String> without = new TreeSet<>();
        for (ApiOperation operation : ApiOperation.all(stack)) {
            if (operation.hasBody()) {
                operation.bodySchema().path("properties").properties().forEach(field -> {
                    JsonNode schema = field.getValue();
                    if (schema.path("type").asText().equals("string")
                            && !schema.has("pattern")
                            && !schema.has("examples")) {
                        without.add(operation.id() + " " + field.getKey());
                    }
                });
            }
        }
        assertEquals(Set.of(), without, "name an example in examples.properties");
    }

    @Test
    void showsItselfInDevelopment(TestStack stack) {
        HttpResponse<String> page =
                Http.send("GET", stack.base().resolve("/swagger-ui/index.html"), null, Map.of(), null);
        assertEquals(200, page.statusCode());
        for (String file : new String[] {"swagger-ui.css", "swagger-ui-bundle.js", "start.js"}) {
            assertTrue(page.body().contains(file));
            assertEquals(
                    200,
                    Http.send("GET", stack.base().resolve("/swagger-ui/" + file), null, Map.of(), null)
                            .statusCode());
        }
    }
}
