package io.buildingos.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.buildingos.config.Configuration;
import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a peer that takes envelopes as Sentry does. */
class ErrorReportsTest {
    @TempDir
    private Path noEnvironmentFile;

    private final BlockingQueue<String> envelopes = new LinkedBlockingQueue<>();
    private final CurrentCaller currentCaller = new CurrentCaller();
    private final ErrorReports reports = new ErrorReports(currentCaller);
    private HttpServer peer;

    @BeforeEach
    void listen() throws IOException {
        peer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        peer.createContext("/api/42/envelope/", exchange -> {
            try (InputStream body = new GZIPInputStream(exchange.getRequestBody())) {
                envelopes.add(new String(body.readAllBytes(), UTF_8));
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        peer.start();
    }

    @AfterEach
    void stop() {
        reports.stop();
        peer.stop(0);
    }

    @Test
    void tellsWhereWhatAndWhichRequest() throws Exception {
        reports.start(
                configuration("http://public@127.0.0.1:" + peer.getAddress().getPort() + "/42"));
        currentCaller.run(
                Caller.anonymous("request-4711", "192.0.2.7"),
                () -> reports.unexpected(new IllegalStateException("the roof is missing")));
        String envelope = envelopes.poll(20, TimeUnit.SECONDS);
        assertNotNull(envelope, "nothing arrived");
        assertTrue(envelope.contains("the roof is missing"), envelope);
        assertTrue(envelope.contains("\"environment\":\"development\""), envelope);
        assertTrue(envelope.contains("\"release\":\"buildingos@"), envelope);
        assertTrue(envelope.contains("\"requestId\":\"request-4711\""), envelope);
        assertFalse(envelope.contains("192.0.2.7"), "the address is nobody's business");
    }

    @Test
    void saysNothingWithoutADsn() {
        reports.start(configuration(""));
        reports.unexpected(new IllegalStateException("stays here"));
        assertNull(envelopes.poll());
    }

    private Configuration configuration(String dsn) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "APP_ENV", "development",
                "DATABASE_URL", "postgresql://app:app@localhost:5432/app",
                "JWT_SECRET", "a-secret-for-tests-that-is-long-enough-for-development",
                "S3_BUCKET", "documents",
                "APP_BASE_URL", "http://localhost:8080",
                "WEB_ORIGIN", "http://localhost:8080"));
        settings.put("SENTRY_DSN", dsn);
        return Configuration.load(settings, noEnvironmentFile);
    }
}
