package io.buildingos.web.kernel;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/** The API's description as committed. Where the server makes it from the code instead, its own answer comes first. */
@WebServlet("/openapi")
public class ApiFile extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/yaml");
        response.setCharacterEncoding("UTF-8");
        try (InputStream file = getServletContext().getResourceAsStream("/WEB-INF/openapi.yaml")) {
            file.transferTo(response.getOutputStream());
        }
    }
}
