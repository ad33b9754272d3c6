package io.buildingos.web.kernel;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Swagger UI over our own description, in development alone. Also stands before its files, which the jar would serve. */
@WebServlet({"/swagger-ui", "/swagger-ui/*", "/webjars/*"})
public class ApiBrowser extends HttpServlet {
    private static final String FILES = "/webjars/swagger-ui/";
    private static final Map<String, String> TYPES =
            Map.of("css", "text/css", "js", "text/javascript", "png", "image/png", "html", "text/html");
    private static final Map<String, String> OURS = Map.of("index.html", """
            <!doctype html>
            <html lang="en">
              <head>
                <meta charset="utf-8">
                <title>BuildingOS API</title>
                <link rel="stylesheet" href="swagger-ui.css">
              </head>
              <body>
                <div id="api"></div>
                <script src="swagger-ui-bundle.js"></script>
                <script src="start.js"></script>
              </body>
            </html>
            """, "start.js", """
            SwaggerUIBundle({ url: "/openapi", dom_id: "#api", deepLinking: true });
            """);

    @Inject
    @ConfigProperty(name = "APP_ENV")
    private String environment;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!environment.equals("development") || !request.getServletPath().equals("/swagger-ui")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String path = request.getPathInfo();
        if (path == null || path.equals("/")) {
            response.sendRedirect("/swagger-ui/index.html");
            return;
        }
        send(path.substring(1), response);
    }

    private void send(String name, HttpServletResponse response) throws IOException {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null || name.contains("/")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(type + "; charset=utf-8");
        if (OURS.containsKey(name)) {
            response.getOutputStream().write(OURS.get(name).getBytes(StandardCharsets.UTF_8));
            return;
        }
        String version = getServletContext().getResourcePaths(FILES).iterator().next();
        try (InputStream file = getServletContext().getResourceAsStream(version + name)) {
            if (file == null) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            file.transferTo(response.getOutputStream());
        }
    }
}
