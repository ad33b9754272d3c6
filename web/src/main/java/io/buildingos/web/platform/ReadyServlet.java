package io.buildingos.web.platform;

import io.buildingos.kernel.Json;
import io.buildingos.platform.Readiness;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says whether this node should be sent requests: 200 ready or degraded, 503 not. */
@WebServlet(value = "/ready", loadOnStartup = ReadyServlet.LAST)
public class ReadyServlet extends HttpServlet {
    static final int LAST = 1_000;

    @Inject
    private transient Readiness readiness;

    /** The last servlet to start: from here on everything else answers. */
    @Override
    public void init() {
        readiness.open();
    }

    @Override
    public void destroy() {
        readiness.close();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Readiness.Report report = readiness.isDraining() ? Readiness.Report.DRAINING : readiness.report();
        response.setStatus(report.serves() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(Json.mapper().writeValueAsBytes(report));
    }
}
