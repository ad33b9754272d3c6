package io.buildingos.web.kernel;

import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.IdempotencyMark;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * The outermost of ours: gives the request its id, the thread its (still anonymous) caller, and takes both away at the
 * end, whatever happened in between.
 */
public class RequestScopeFilter implements Filter {
    static final String REQUEST_ID = "X-Request-Id";
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private IdempotencyMark idempotencyMark;

    @Inject
    private TrustedProxies trustedProxies;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletRequest) request;
        String requestId = requestId(http);
        ((HttpServletResponse) response).setHeader(REQUEST_ID, requestId);
        request.setAttribute(REQUEST_ID, requestId);
        MDC.put("requestId", requestId);
        try (var scope = currentCaller.enter(Caller.anonymous(requestId, trustedProxies.clientOf(http)))) {
            chain.doFilter(request, response);
        } finally {
            idempotencyMark.drop();
            MDC.clear();
        }
    }

    private static String requestId(HttpServletRequest request) {
        String given = request.getHeader(REQUEST_ID);
        return given != null && WELL_FORMED.matcher(given).matches()
                ? given
                : unlikelyTwice().toString();
    }

    /** It finds log lines and protects nothing, so it needs no secure source, on which all requests would wait in turn. */
    private static UUID unlikelyTwice() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong());
    }
}
