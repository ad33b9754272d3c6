package io.buildingos.web.kernel;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * One line a request, when it has been answered. The address appears as the operation's template and the query not at all:
 * both may hold what a log shouldn't. Request id, tenant and user come along from the request's scope.
 */
public class AccessLogFilter implements Filter {
    private static final Logger LOG = Logger.getLogger("io.buildingos.access");
    private static final long NANOS_PER_MILLI = 1_000_000;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long start = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            line((HttpServletRequest) request, (HttpServletResponse) response, System.nanoTime() - start);
        }
    }

    private static void line(HttpServletRequest request, HttpServletResponse response, long nanos) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        String route = RouteFilter.routeOf(request);
        long millis = nanos / NANOS_PER_MILLI;
        MDC.put("method", request.getMethod());
        MDC.put("route", route);
        MDC.put("status", response.getStatus());
        MDC.put("durationMillis", millis);
        LOG.infof("%s %s %d %d ms", request.getMethod(), route, response.getStatus(), millis);
    }
}
