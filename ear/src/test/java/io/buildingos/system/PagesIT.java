package io.buildingos.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The pages as people see them: the browser tests beside their code, each of them a test here. Alone, since they judge how
 * soon a page shows what happens.
 */
@SystemTest
@Isolated
@Order(Integer.MAX_VALUE - 1)
class PagesIT {
    private static final int PATIENCE_MINUTES = 20;

    @TestFactory
    Stream<DynamicTest> workInABrowser(TestStack stack) throws Exception {
        return tests(stack, "pages", Map.of());
    }

    /** The tests steer it themselves: a job is held at its first check, let go, its server killed, and started again. */
    @TestFactory
    Stream<DynamicTest> followAServerThatIsHeldAndKilled(TestStack stack) throws Exception {
        try (ServerControl control = new ServerControl(stack)) {
            return tests(stack, "held", Map.of("SERVER_CONTROL", control.address()));
        }
    }

    private static Stream<DynamicTest> tests(TestStack stack, String name, Map<String, String> settings)
            throws Exception {
        Optional<Path> browser = browser();
        assumeTrue(browser.isPresent(), "No Chromium on this machine: the pages are not tested in a browser.");
        DemoTenants.of(stack);
        JsonNode report = run(stack, browser.orElseThrow(), name, settings);
        List<DynamicTest> tests = new ArrayList<>();
        report.path("suites").forEach(file -> collect(file, tests));
        assertEquals(
                0, report.path("errors").size(), () -> report.path("errors").toString());
        return tests.stream();
    }

    private static void collect(JsonNode suite, List<DynamicTest> tests) {
        suite.path("suites").forEach(inner -> collect(inner, tests));
        suite.path("specs").forEach(spec -> {
            String name =
                    suite.path("file").asText() + ": " + spec.path("title").asText();
            tests.add(dynamicTest(name, () -> assertEquals("", complaint(spec))));
        });
    }

    private static String complaint(JsonNode spec) {
        if (spec.path("ok").asBoolean()) {
            return "";
        }
        List<String> messages = spec.findValuesAsText("message");
        return messages.isEmpty() ? spec.toString() : String.join("\n", messages);
    }

    private static JsonNode run(TestStack stack, Path browser, String name, Map<String, String> settings)
            throws IOException, InterruptedException {
        Path pages = Servers.ROOT.resolve("web/src/main/frontend");
        Path output = Files.createDirectories(Servers.ROOT.resolve("ear/target").resolve(name));
        Path report = output.resolve("report.json");
        Files.deleteIfExists(report);
        ProcessBuilder builder = new ProcessBuilder(
                        "node",
                        pages.resolve("node_modules/@playwright/test/cli.js").toString(),
                        "test",
                        "--reporter=json")
                .directory(pages.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.resolve("browser.log").toFile());
        builder.environment().putAll(settings);
        builder.environment()
                .putAll(Map.of(
                        "BUILDINGOS_URL",
                        stack.base().toString(),
                        "CHROMIUM",
                        browser.toString(),
                        "E2E_OUTPUT",
                        output.resolve("failures").toString(),
                        "E2E_PICTURES",
                        output.resolve("pictures").toString(),
                        "PLAYWRIGHT_JSON_OUTPUT_NAME",
                        report.toString()));
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("the browser tests still run after %d minutes".formatted(PATIENCE_MINUTES));
        }
        if (!Files.exists(report)) {
            throw new AssertionError(Files.readString(output.resolve("browser.log")));
        }
        return new ObjectMapper().readTree(report.toFile());
    }

    private static Optional<Path> browser() {
        String given = System.getenv("CHROMIUM");
        Stream<Path> onPath = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(Path.of(folder)::resolve));
        return Stream.concat(Stream.ofNullable(given).map(Path::of), onPath)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
