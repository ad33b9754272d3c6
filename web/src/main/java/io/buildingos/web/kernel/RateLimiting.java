package io.buildingos.web.kernel;

import io.buildingos.kernel.Attempt;
import io.buildingos.kernel.AttemptLimits;
import io.buildingos.kernel.AttemptLimits.Place;
import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.RateLimit;
import io.buildingos.kernel.RateLimits;
import io.buildingos.kernel.RateLimits.Verdict;
import io.buildingos.kernel.Refusal;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Counts every request against the limit that holds for it, and tells the client how it stands (IETF draft 10 of the
 * RateLimit headers).
 *
 * <p>Of logins only the failed ones count, per address and per account: see {@link AttemptLimits}.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class RateLimiting implements ContainerRequestFilter, ReaderInterceptor, ContainerResponseFilter {
    private static final String VERDICT = "buildingos.rateLimit";
    private static final String ADDRESS = "buildingos.attemptAddress";
    private static final String ACCOUNT = "buildingos.attemptAccount";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Context
    private ResourceInfo resource;

    @Inject
    private RateLimits rateLimits;

    @Inject
    private AttemptLimits attemptLimits;

    @Inject
    private CurrentCaller currentCaller;

    @Override
    public void filter(ContainerRequestContext request) {
        Caller caller = currentCaller.get();
        String address = String.valueOf(caller.address());
        RateLimited own = resource.getResourceMethod() == null
                ? null
                : resource.getResourceMethod().getAnnotation(RateLimited.class);
        if (own == null) {
            String user = caller.userId() == null ? address : caller.userId().toString();
            RateLimit general = READING.contains(request.getMethod()) ? RateLimit.READS : RateLimit.WRITES;
            admit(request::setProperty, rateLimits.count(general, user));
            return;
        }
        if (own.value() != RateLimit.LOGIN_PER_ADDRESS) {
            admit(request::setProperty, rateLimits.count(own.value(), address));
            return;
        }
        admit(request::setProperty, ADDRESS, attemptLimits.take(own.value(), address));
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        if (body instanceof Attempt attempt && attempt.account() != null) {
            admit(context::setProperty, ACCOUNT, attemptLimits.take(RateLimit.LOGIN_PER_ACCOUNT, attempt.account()));
        }
        return body;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean failed = response.getEntity() instanceof Problem problem
                && problem.code().equals(ErrorCode.LOGIN_FAILED.name());
        settle(request.getProperty(ADDRESS), failed);
        settle(request.getProperty(ACCOUNT), failed);
        if (request.getProperty(VERDICT) instanceof Verdict verdict) {
            describe(verdict, response.getHeaders());
        }
    }

    private static void settle(Object place, boolean failed) {
        if (place instanceof Place taken) {
            taken.settle(failed);
        }
    }

    private static void admit(BiConsumer<String, Object> properties, String name, Place place) {
        admit(properties, place.verdict());
        properties.accept(name, place);
    }

    private static void admit(BiConsumer<String, Object> properties, Verdict verdict) {
        properties.accept(VERDICT, verdict);
        if (!verdict.allowed()) {
            throw Refusal.of(
                    ErrorCode.RATE_LIMITED,
                    ErrorCode.RATE_LIMITED.explanation(),
                    Map.of("retryAfter", Math.max(1, verdict.seconds())));
        }
    }

    private static void describe(Verdict verdict, MultivaluedMap<String, Object> headers) {
        String name =
                '"' + verdict.limit().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + '"';
        headers.putSingle(
                "RateLimit-Policy",
                name + ";q=" + verdict.quota() + ";w="
                        + verdict.limit().window().toSeconds());
        headers.putSingle("RateLimit", name + ";r=" + verdict.remaining() + ";t=" + verdict.seconds());
    }
}
