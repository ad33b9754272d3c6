package io.buildingos.web.kernel;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Json;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The error page of everything that fails before or beside JAX-RS; the request's own scope has ended by then. */
@WebServlet("/problem")
public class ProblemServlet extends HttpServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        ErrorCode code = status instanceof Integer number ? ProblemMapper.code(number) : ErrorCode.NOT_FOUND;
        Problem problem = Problem.of(code, code.explanation(), path == null ? null : path.toString(), (String)
                request.getAttribute(RequestScopeFilter.REQUEST_ID));
        response.setStatus(code.status());
        response.setContentType(ApiMedia.PROBLEM);
        response.setHeader("Cache-Control", "no-store");
        if (code == ErrorCode.UNAUTHENTICATED) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        if (code == ErrorCode.UNAVAILABLE) {
            response.setIntHeader("Retry-After", ProblemMapper.RETRY_SECONDS);
        }
        response.getOutputStream().write(Json.mapper().writeValueAsBytes(problem));
    }
}
