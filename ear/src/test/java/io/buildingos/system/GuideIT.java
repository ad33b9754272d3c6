package io.buildingos.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operations guide tells people to type does what it says there. */
@ServerTest
class GuideIT {
    @TempDir
    private static Path folder;

    private static Node node;

    @BeforeAll
    static void startANode(TestStack stack) throws Exception {
        node = new Node(stack, folder, "guide");
        node.awaitManagement();
    }

    @AfterAll
    static void stopIt() {
        node.close();
    }

    @Test
    void everyCommandSaysWhetherItIsRunOrWhyNot() throws IOException {
        for (String page : Guide.PAGES) {
            for (Guide.Block block : Guide.blocks(page)) {
                assertTrue(
                        !block.language().equals("sh")
                                || block.isRun()
                                || block.mark().matches("not run here: .{10,}"),
                        () -> page + ": not marked:\n" + block.text());
            }
        }
    }

    @Test
    void theCommandsRunInTheirOrder(TestStack stack) throws Exception {
        Map<String, String> environment = environment(stack);
        int run = 0;
        for (String page : Guide.PAGES) {
            for (Guide.Block block : Guide.blocks(page)) {
                if (block.isRun()) {
                    Servers.Outcome outcome =
                            Servers.run(folder, environment, List.of("bash", "-euo", "pipefail", "-c", block.text()));
                    assertEquals(
                            block.status(), outcome.status(), () -> page + ":\n" + block.text() + outcome.output());
                    run++;
                }
            }
        }
        assertTrue(run > 12, "only " + run + " commands were run");
    }

    @Test
    void everyPageIsReachedFromTheFirst() throws IOException {
        String index = Files.readString(Servers.ROOT.resolve("wildfly-config/README.md"));
        List<String> missing = new ArrayList<>(Guide.PAGES);
        missing.removeIf(page -> index.contains("src/site/markdown/" + page + ".md"));
        assertEquals(List.of(), missing);
    }

    private static Map<String, String> environment(TestStack stack) throws IOException {
        DemoTenants.of(stack);
        Visitor owner = Visitor.owner(stack);
        Map<String, String> environment = new HashMap<>(stack.settings());
        environment.put("RELEASE", release().toString());
        environment.put("JBOSS_HOME", node.home().toString());
        environment.put("CONTROLLER", node.controller());
        environment.put("BASE", node.base().toString());
        environment.put("SMOKE_EMAIL", owner.email());
        environment.put("SMOKE_PASSWORD", Visitor.PASSWORD);
        environment.put("SMOKE_ADMIN_EMAIL", "superadmin@example.com");
        environment.put("SMOKE_ADMIN_PASSWORD", "Demo-Building-2026!");
        return environment;
    }

    /** Laid out as the guide says a release is. */
    private static Path release() throws IOException {
        Path release = Files.createDirectories(folder.resolve("release"));
        link(release, "buildingos.ear", "ear/target/buildingos.ear");
        link(release, "buildingos.jar", "migrations/target/buildingos.jar");
        link(release, "wildfly-config", "wildfly-config/src/main");
        return release;
    }

    private static void link(Path release, String name, String built) throws IOException {
        Files.createSymbolicLink(release.resolve(name), Servers.ROOT.resolve(built));
    }
}
