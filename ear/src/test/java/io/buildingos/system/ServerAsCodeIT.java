package io.buildingos.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Order(Integer.MAX_VALUE - 3)
class ServerAsCodeIT {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @TempDir
    private static Path folder;

    private static Path server;

    @BeforeAll
    static void copyServer() throws IOException {
        server = Servers.copy(folder.resolve("server"));
    }

    @Test
    void configuringTwiceChangesNothing() throws Exception {
        Path configuration = server.resolve("standalone/configuration/standalone.xml");
        Path startScript = server.resolve("bin/standalone.conf");
        String before = Files.readString(configuration) + Files.readString(startScript);
        Servers.Outcome again = install(server);
        assertEquals(0, again.status(), again.output());
        assertEquals(before, Files.readString(configuration) + Files.readString(startScript));
    }

    @Test
    void configuresBesideAServerThatRuns() throws Exception {
        Path plain = Servers.copyPlain(folder.resolve("plain"));
        try (ServerSocket other = new ServerSocket()) {
            takeManagementPort(other);
            Servers.Outcome first = install(plain);
            assertEquals(0, first.status(), first.output());
        }
    }

    private static void takeManagementPort(ServerSocket other) throws IOException {
        try {
            other.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 9990));
        } catch (BindException taken) {
            assertTrue(taken.getMessage().contains("in use"), "somebody else has it, which is as good: " + taken);
        }
    }

    private static Servers.Outcome install(Path server) throws Exception {
        return Servers.run(
                folder,
                Map.of(),
                List.of(
                        Servers.ROOT
                                .resolve("wildfly-config/src/main/scripts/install")
                                .toString(),
                        server.toString(),
                        "--ear",
                        Servers.ROOT.resolve("ear/target/buildingos.ear").toString()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            login with password=Plugh-1 failed                | login with password=*** failed
            {"password":"Plugh-1","name":"x"}                 | {"password":"***,"name":"x"}
            Authorization: Bearer Plugh-1                     | Authorization: Bearer ***
            jdbc at postgresql://app:Plugh-1@db:5432/x        | jdbc at postgresql://app:***@db:5432/x
            S3_SECRET_KEY=Plugh-1; region=eu                  | S3_SECRET_***; region=eu
            ?token=Plugh-1&page=2                             | ?token=***&page=2
            sent eyJhbGciOi.eyJzdWIiOi.Sfl-Kx_w to nobody     | sent *** to nobody
            12 units of 3 buildings were read                 | 12 units of 3 buildings were read
            """)
    void hidesWhatALogLineShouldNotCarry(String line, String shown) throws IOException {
        List<String> filters = Pattern.compile("<filter-spec value=\"([^\"]*)\"")
                .matcher(Files.readString(server.resolve("standalone/configuration/standalone.xml")))
                .results()
                .map(found -> found.group(1).replace("&quot;", "\"").replace("&amp;", "&"))
                .toList();
        assertEquals(2, filters.size());
        for (String filter : filters) {
            String filtered = line;
            for (MatchResult step : Pattern.compile("substituteAll\\(\"(.*?)\", \"(.*?)\"\\)")
                    .matcher(filter)
                    .results()
                    .toList()) {
                filtered = filtered.replaceAll(step.group(1), step.group(2));
            }
            assertEquals(shown, filtered);
        }
    }

    /** A server that was killed while it wrote the file left zeros at its head. */
    @Test
    void takesItsClassesFromAnArchiveThatIsWhole() throws Exception {
        Path archive = folder.resolve("classes.jsa");
        String named = archive.toString();
        assertFalse(optionsWith(Map.of()).contains("Archive"));
        assertTrue(
                optionsWith(Map.of("BUILDINGOS_CLASS_ARCHIVE", named)).contains("-XX:ArchiveClassesAtExit=" + named));
        writeArchive(archive);
        assertTrue(optionsWith(Map.of("BUILDINGOS_CLASS_ARCHIVE", named)).contains("-XX:SharedArchiveFile=" + named));
        byte[] whole = Files.readAllBytes(archive);
        Files.delete(archive);
        for (byte[] damaged : List.of(
                new byte[whole.length], Arrays.copyOf(whole, whole.length / 2), changedInTheMiddle(whole.clone()))) {
            Files.write(archive, damaged);
            assertTrue(optionsWith(Map.of("BUILDINGOS_CLASS_ARCHIVE", named))
                    .contains("-XX:ArchiveClassesAtExit=" + named));
        }
    }

    private static void writeArchive(Path archive) throws Exception {
        Servers.Outcome written = Servers.run(
                folder,
                Map.of(),
                List.of(
                        JAVA.toString(),
                        "-XX:ArchiveClassesAtExit=" + archive,
                        "-cp",
                        server.resolve("jboss-modules.jar").toString(),
                        "org.jboss.modules.Main",
                        "-version"));
        assertEquals(0, written.status(), written.output());
    }

    private static byte[] changedInTheMiddle(byte[] archive) {
        archive[archive.length / 2] ^= 1;
        return archive;
    }

    /** What the start script starts the JVM with, which is told instead of done. */
    private static String optionsWith(Map<String, String> own) throws Exception {
        Path told = Files.writeString(folder.resolve("told"), """
                #!/bin/sh
                case "$*" in *"-D[Standalone]"*) echo "$*"; exit 0 ;; esac
                exec %s "$@"
                """.formatted(JAVA));
        assertTrue(told.toFile().setExecutable(true));
        Map<String, String> settings = new HashMap<>(own);
        settings.put("JAVA", told.toString());
        settings.put("APP_ENV", "development");
        settings.put("APP_BASE_URL", "http://localhost:8080");
        settings.put("WEB_ORIGIN", "http://localhost:8080");
        settings.put("DATABASE_URL", "postgresql://app:app@localhost/app");
        settings.put("BUILDINGOS_MIGRATED", "true");
        settings.put("JWT_SECRET", "0123456789abcdef".repeat(4));
        settings.put("S3_BUCKET", "bucket");
        Servers.Outcome start = Servers.run(
                folder, settings, List.of(server.resolve("bin/standalone.sh").toString()));
        assertEquals(0, start.status(), start.output());
        assertTrue(start.output().contains("-Dmp.config.profile=development"), start.output());
        return start.output();
    }

    @Test
    void refusesToStartWithAnInvalidConfiguration() throws Exception {
        Instant begin = Instant.now();
        Servers.Outcome start = Servers.run(
                folder,
                Map.of("APP_ENV", "production", "JWT_SECRET", "short-Xyzzy", "DATABASE_URL", "nonsense-Plugh"),
                List.of(server.resolve("bin/standalone.sh").toString()));
        Duration taken = Duration.between(begin, Instant.now());
        assertEquals(78, start.status(), start.output());
        assertTrue(start.output().contains("Configuration validation failed:"), start.output());
        assertTrue(start.output().contains("  - DATABASE_URL: "), start.output());
        assertTrue(start.output().contains("  - JWT_SECRET: must be at least 64 characters"), start.output());
        assertTrue(start.output().contains("  - S3_BUCKET: is required"), start.output());
        assertFalse(start.output().contains("Xyzzy") || start.output().contains("Plugh"), "a value was printed");
        assertFalse(start.output().contains("jboss-modules.jar"), "the server's JVM was started");
        assertTrue(taken.compareTo(Duration.ofSeconds(5)) < 0, "took " + taken);
    }
}
