package io.buildingos.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The configured server without the launcher: over an empty database, with a mail server that wants a login. */
@Order(Integer.MAX_VALUE - 3)
@ExtendWith(RunningStack.class)
class PlainServerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SIGNUP = """
            {"email":"%s","password":"Correct-Horse-2026","name":"Olga","tenant":{"name":"Empty no more",\
            "type":"MANAGEMENT_COMPANY","currency":"EUR","timeZone":"UTC"}}""";

    @TempDir
    private static Path folder;

    private static GreenMail mails;
    private static OtherServer server;
    private static Map<String, String> database;

    @BeforeAll
    static void startOverNothing(TestStack stack) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        mails = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        database = stack.emptyDatabase();
        Map<String, String> settings = new HashMap<>(database);
        settings.putAll(Map.of(
                "SMTP_PORT", Integer.toString(port),
                "SMTP_USER", "mailer",
                "SMTP_PASSWORD", "right"));
        server = new OtherServer(stack, folder, settings);
        AuditTrail.ignore(server.base());
    }

    @AfterAll
    static void stop() {
        server.close();
        mails.stop();
    }

    @Test
    void aDevelopmentServerMigratesBeforeItBoots() {
        Eventually.until(PATIENCE, () -> get("/ready").statusCode(), status -> status == 200);
    }

    @Test
    void describesItsApiAsCommitted() throws Exception {
        Path committed = Path.of(System.getProperty("buildingos.root"), "web/src/main/openapi/openapi.yaml");
        assertEquals(Files.readString(committed), get("/openapi").body());
    }

    @Test
    void anyOtherSaysInOneLineWhatToDoFirst(TestStack stack, @TempDir Path own) throws Exception {
        Path home = Servers.copy(own.resolve("server"));
        Map<String, String> settings = new HashMap<>(stack.settings());
        settings.putAll(stack.emptyDatabase());
        settings.put("APP_ENV", "staging");
        Servers.Outcome start = Servers.run(
                own, settings, List.of(home.resolve("bin/standalone.sh").toString()));
        assertEquals(69, start.status(), start.output());
        assertTrue(start.output().contains("The database was never migrated: run `java -jar"), start.output());
        assertFalse(start.output().contains("jboss-modules.jar"), "the server's JVM was started");
    }

    @Test
    void logsInToAMailServerThatWantsIt() throws Exception {
        mails.setUser("mailer", "wrong");
        String refused = signUp();
        Eventually.until(PATIENCE, PlainServerIT::log, log -> log.contains("AuthenticationFailedException"));
        assertEquals(0, mails.getReceivedMessages().length);
        mails.setUser("mailer", "right");
        String delivered = signUp();
        Eventually.until(PATIENCE, () -> mails.getReceivedMessages().length, count -> count > 0);
        String first = mails.getReceivedMessages()[0].getAllRecipients()[0].toString();
        assertTrue(first.equals(delivered) || first.equals(refused), first);
    }

    @Test
    void isNotReadyWhileItIsSuspended() throws Exception {
        assertEquals(0, server.operation(":suspend(suspend-timeout=1)").status());
        Eventually.until(PATIENCE, () -> get("/ready").statusCode(), status -> status == 503);
        assertEquals(0, server.operation(":resume").status());
        Eventually.until(PATIENCE, () -> get("/ready").statusCode(), status -> status == 200);
    }

    private static String signUp() {
        String email = UUID.randomUUID() + "@example.com";
        HttpResponse<String> answer = Http.send(
                "POST",
                server.base().resolve("/api/v1/auth/signup"),
                null,
                Map.of("Content-Type", "application/json"),
                SIGNUP.formatted(email));
        assertEquals(201, answer.statusCode(), answer::body);
        return email;
    }

    private static HttpResponse<String> get(String path) {
        return Http.send("GET", server.base().resolve(path), null, Map.of(), null);
    }

    private static String log() {
        return Servers.text(server.log());
    }
}
