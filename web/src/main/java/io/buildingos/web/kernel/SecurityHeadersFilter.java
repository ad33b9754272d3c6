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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What a browser may do with an answer: data is never a page, a page loads only from here, nobody frames either. A page
 * itself frames nothing but what it has read through the API: papers, shown in place.
 */
public class SecurityHeadersFilter implements Filter {
    private static final String DATA =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    private static final String PAGE =
            "default-src 'self'; img-src 'self' data: blob:; frame-src blob:; style-src 'self' 'unsafe-inline';"
                    + " object-src 'none'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";
    private static final String A_YEAR = "max-age=31536000; includeSubDomains";

    @Inject
    @ConfigProperty(name = "APP_ENV")
    private String environment;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var answer = (HttpServletResponse) response;
        String path = ((HttpServletRequest) request).getRequestURI();
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("X-Frame-Options", "DENY");
        answer.setHeader("Referrer-Policy", "no-referrer");
        answer.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        answer.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        answer.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        answer.setHeader("Content-Security-Policy", isData(path) ? DATA : PAGE);
        if (!environment.equals("development")) {
            answer.setHeader("Strict-Transport-Security", A_YEAR);
        }
        chain.doFilter(request, response);
    }

    private static boolean isData(String path) {
        return path.startsWith("/api/") || path.equals("/openapi") || path.equals("/health") || path.equals("/ready");
    }
}
