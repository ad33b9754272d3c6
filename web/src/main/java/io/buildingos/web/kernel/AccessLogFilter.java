package io.buildingos.web.kernel;

import io.buildingos.kernel.StatementCount;
import io.buildingos.platform.Meters;
import jakarta.inject.Inject;
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
 * One line and one measurement a request, when it has been answered. The address appears as the operation's template and the query not at all:
 * both may hold what a log shouldn't. Request id, tenant and user come along from the request's scope.
 */
public class AccessLogFilter implements Filter {
    private static final Logger LOG = Logger.getLogger("io.buildingos.access");
    private static final long NANOS_PER_MILLI = 1_000_000;

    @Inject
    private Meters meters;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long start = System.nanoTime();
        StatementCount.take();
        try {
            chain.doFilter(request, response);
        } finally {
            var http = (HttpServletRequest) request;
            int status = ((HttpServletResponse) response).getStatus();
            long nanos = System.nanoTime() - start;
            String route = RouteFilter.routeOf(http);
            meters.answered(http.getMethod(), route, status, nanos, StatementCount.take());
            line(http.getMethod(), route, status, nanos);
        }
    }

    private static void line(String method, String route, int status, long nanos) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        long millis = nanos / NANOS_PER_MILLI;
        MDC.put("method", method);
        MDC.put("route", route);
        MDC.put("status", status);
        MDC.put("durationMillis", millis);
        LOG.infof("%s %s %d %d ms", method, route, status, millis);
    }
}
