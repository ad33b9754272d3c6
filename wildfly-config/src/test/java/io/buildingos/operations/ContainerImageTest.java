package io.buildingos.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the image's definition promises, read from it; it is built where there is a container engine, not here. */
class ContainerImageTest {
    private final List<String> instructions = instructions();

    ContainerImageTest() throws IOException {}

    @Test
    void runsAsANumberedUserInGroupZeroWithoutAShell() {
        assertEquals("10001:0", last("USER "));
        assertEquals("[\"/opt/buildingos/server/bin/standalone.sh\"]", last("ENTRYPOINT "));
        assertTrue(last("HEALTHCHECK ").contains("CMD [\"curl\""));
        assertTrue(instructions.stream().anyMatch(line -> line.contains("chmod -R g=u /opt/buildingos")));
    }

    @Test
    void holdsNoSecretAndCopiesWhatTheBuildMakes() {
        assertFalse(instructions.stream()
                .filter(line -> line.matches("(ENV|ARG) .*"))
                .anyMatch(line -> line.matches(".*(SECRET|PASSWORD|_KEY|DATABASE_URL).*")));
        List<String> copied = instructions.stream()
                .filter(line -> line.startsWith("COPY ") && !line.contains("--from="))
                .map(line -> line.split(" ", -1)[1])
                .toList();
        assertEquals(
                List.of(
                        "wildfly-config/target/server",
                        "migrations/target/buildingos.jar",
                        "ear/target/buildingos.ear"),
                copied);
    }

    private String last(String instruction) {
        return instructions.stream()
                .filter(line -> line.startsWith(instruction))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .substring(instruction.length());
    }

    private static List<String> instructions() throws IOException {
        String text = Files.readString(Path.of("src/main/container/Containerfile"));
        return text.replace("\\\n", "")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }
}
