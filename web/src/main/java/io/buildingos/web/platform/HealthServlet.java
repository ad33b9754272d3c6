package io.buildingos.web.platform;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Says that the process answers; touches nothing it depends on. */
@WebServlet("/health")
public class HealthServlet extends HttpServlet {
    @Inject
    private transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .write("{\"status\":\"ok\",\"timestamp\":\"%s\"}"
                        .formatted(clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }
}
