package io.buildingos.web.kernel;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Pages of the configured origins may call the API with their cookies; to any other a browser shows nothing. */
public class CrossOriginFilter implements Filter {
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String REQUEST_HEADERS =
            "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, If-Range, Range, X-Request-Id";
    private static final String ANSWER_HEADERS =
            "Content-Disposition, Content-Range, ETag, Idempotency-Replayed, Link, Location, RateLimit,"
                    + " RateLimit-Policy, Retry-After, WWW-Authenticate, X-Request-Id";
    private static final String PREFLIGHT_SECONDS = "600";

    @Inject
    @ConfigProperty(name = "WEB_ORIGIN")
    private List<String> origins;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var asked = (HttpServletRequest) request;
        var answer = (HttpServletResponse) response;
        String origin = asked.getHeader("Origin");
        answer.addHeader("Vary", "Origin");
        boolean allowed = origin != null && origins.contains(origin);
        if (allowed) {
            answer.setHeader("Access-Control-Allow-Origin", origin);
            answer.setHeader("Access-Control-Allow-Credentials", "true");
            answer.setHeader("Access-Control-Expose-Headers", ANSWER_HEADERS);
        }
        boolean preflight = asked.getMethod().equals("OPTIONS")
                && origin != null
                && asked.getHeader("Access-Control-Request-Method") != null;
        if (!preflight) {
            chain.doFilter(request, response);
            return;
        }
        if (allowed) {
            answer.setHeader("Access-Control-Allow-Methods", METHODS);
            answer.setHeader("Access-Control-Allow-Headers", REQUEST_HEADERS);
            answer.setHeader("Access-Control-Max-Age", PREFLIGHT_SECONDS);
        }
        answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
