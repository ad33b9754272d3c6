package io.buildingos.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.buildingos.config.Configuration;
import io.buildingos.store.ObjectStore;
import io.buildingos.store.StoreFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Provokes what the guide's troubleshooting page is about, and compares each message with the page. */
@ServerTest
class TroubleshootingIT {
    private static final Path OPERATOR = Servers.ROOT.resolve("migrations/target/buildingos.jar");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin/java").toString();
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private TestStack stack;

    @Test
    void everyMessageIsPrintedAsTheGuideSays(TestStack running) throws Exception {
        stack = running;
        Map<String, Guide.Block> messages = messages();
        Map<String, Callable<String>> provocations = provocations();
        Set<String> unproven = new TreeSet<>(messages.keySet());
        unproven.removeAll(provocations.keySet());
        assertEquals(Set.of(), unproven, "sections that are neither provoked nor say why not");
        for (Map.Entry<String, Callable<String>> provocation : provocations.entrySet()) {
            Guide.Block block = messages.get(provocation.getKey());
            String printed = provocation.getValue().call();
            assertTrue(
                    block.asMessage().matcher(printed).find(),
                    () -> provocation.getKey() + ": the guide says\n" + block.text() + "but printed was\n" + printed);
        }
    }

    /** The first block of each section that doesn't say why it isn't provoked. */
    private static Map<String, Guide.Block> messages() throws IOException {
        return Guide.blocks("troubleshooting").stream()
                .filter(block -> block.language().isEmpty() && !block.remark().contains("Not provoked: "))
                .collect(Collectors.toMap(
                        Guide.Block::heading, block -> block, (first, second) -> first, LinkedHashMap::new));
    }

    private Map<String, Callable<String>> provocations() {
        Map<String, Callable<String>> provocations = new LinkedHashMap<>();
        provocations.put(
                "DATABASE_URL", () -> operator(OPERATOR, Map.of("DATABASE_URL", "nonsense"), "config", "check"));
        provocations.put("JWT_SECRET", () -> operator(OPERATOR, weakInProduction(), "config", "check"));
        provocations.put("Foreign key", this::migrationWithoutParent);
        provocations.put(
                "Unreachable",
                () -> operator(
                        OPERATOR,
                        Map.of("MIGRATION_DATABASE_URL", "postgresql://nobody:secret@127.0.0.1:1/none"),
                        "migrate",
                        "status"));
        provocations.put("NoSuchBucket", () -> askStore(Map.of("S3_BUCKET", "no-such-bucket")));
        provocations.put("AccessDenied", () -> askStore(Map.of("S3_SECRET_KEY", "another-secret-of-another-key")));
        provocations.put("Operator's command line", this::startWithoutOperator);
        provocations.put("Port", this::startOnATakenPort);
        provocations.put("Memory", this::useMoreMemoryThanThereIs);
        Map<String, String> said = new HashMap<>();
        provocations.put("Pending", () -> onANode(said).get("log"));
        provocations.put("Not ready", () -> onANode(said).get("waiting"));
        provocations.put("Could not start", () -> onANode(said).get("unable"));
        return provocations;
    }

    private static Map<String, String> weakInProduction() {
        return Map.of("APP_ENV", "production", "JWT_SECRET", "k7-Pq2_vT9.wX4zB6nM8cL1dF3gH5jK0sA2qR4tY");
    }

    /** The product's migrations, and one that adds a row of a tenant that isn't there. */
    private String migrationWithoutParent() throws Exception {
        String file = "V209901010001__tenancy_without_parent.sql";
        Path operator = Files.copy(OPERATOR, folder.resolve("operator.jar"));
        try (FileSystem jar = FileSystems.newFileSystem(operator)) {
            Files.writeString(jar.getPath("db/migration/index.txt"), file + "\n", StandardOpenOption.APPEND);
            Files.writeString(jar.getPath("db/migration/" + file), """
                    SELECT set_config('app.scope', 'system', true);
                    INSERT INTO subscriptions (id, version, tenant_id, plan, status, trial_ends_at, created_at)
                    VALUES (gen_random_uuid(), 0, gen_random_uuid(), 'FREE', 'ACTIVE', now(), now());
                    """);
        }
        return operator(operator, Map.of(), "migrate", "deploy");
    }

    private String askStore(Map<String, String> wrong) {
        Map<String, String> settings = new HashMap<>(stack.settings());
        settings.putAll(wrong);
        Configuration configuration = Configuration.load(settings, folder);
        try (ObjectStore store = ObjectStore.ofDocuments(configuration)) {
            store.create(
                    "troubleshooting/" + UUID.randomUUID(), "text/plain", 1, new ByteArrayInputStream(new byte[1]));
            return "the store said yes";
        } catch (StoreFailure failure) {
            return failure.getMessage();
        }
    }

    private String startWithoutOperator() throws Exception {
        Map<String, String> settings = new HashMap<>(stack.settings());
        settings.put("BUILDINGOS_JAR", "/nowhere/bin/buildingos.jar");
        return Servers.run(
                        folder,
                        settings,
                        List.of(Servers.ROOT
                                .resolve("wildfly-config/target/server/bin/standalone.sh")
                                .toString()))
                .output();
    }

    private String startOnATakenPort() throws Exception {
        try (Node second =
                new Node(stack, folder, "second", Integer.toString(stack.base().getPort()))) {
            return Eventually.until(
                    PATIENCE,
                    () -> read(second.log()),
                    log -> log.contains("WFLYSRV0025") || log.contains("WFLYSRV0026"));
        }
    }

    private String useMoreMemoryThanThereIs() throws Exception {
        Path program = Files.writeString(
                folder.resolve("Hog.java"),
                "class Hog { public static void main(String[] none) { int[][] all = new int[1 << 20][];"
                        + " for (int i = 0; ; i++) all[i] = new int[1 << 18]; } }");
        return Servers.run(
                        folder, Map.of(), List.of(JAVA, "-Xmx64m", "-XX:+ExitOnOutOfMemoryError", program.toString()))
                .output();
    }

    /** Three messages of one server: it starts once. */
    private Map<String, String> onANode(Map<String, String> said) throws Exception {
        if (said.isEmpty()) {
            Releases releases = new Releases(folder);
            try (Node node = new Node(stack, folder, "troubled")) {
                node.awaitManagement();
                node.deploy(releases.built());
                said.put(
                        "waiting",
                        node.deploy(releases.waitingForAMigration(), "--wait", "4")
                                .output());
                said.put("unable", node.deploy(releases.unableToStart()).output());
                said.put("log", read(node.log()));
            }
        }
        return said;
    }

    private String operator(Path jar, Map<String, String> settings, String... arguments) throws Exception {
        Map<String, String> environment = new HashMap<>(stack.settings());
        environment.putAll(settings);
        List<String> command = new ArrayList<>(List.of(JAVA, "-jar", jar.toString()));
        command.addAll(List.of(arguments));
        return Servers.run(folder, environment, command).output();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
