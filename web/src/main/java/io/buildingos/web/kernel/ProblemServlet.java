package io.buildingos.web.kernel;

import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Json;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The error page of everything that fails before or beside JAX-RS. */
@WebServlet("/problem")
public class ProblemServlet extends HttpServlet {
    @Inject
    private transient CurrentCaller currentCaller;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        ErrorCode code = status instanceof Integer number ? ProblemMapper.code(number) : ErrorCode.NOT_FOUND;
        Problem problem = Problem.of(
                code,
                code.explanation(),
                path == null ? null : path.toString(),
                currentCaller.get().requestId());
        response.setStatus(code.status());
        response.setContentType(ApiMedia.PROBLEM);
        if (code == ErrorCode.UNAUTHENTICATED) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        response.getOutputStream().write(Json.mapper().writeValueAsBytes(problem));
    }
}
