package io.buildingos.web.kernel;

import io.buildingos.kernel.Attempt;
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

/**
 * Counts every request against the limit that holds for it, and tells the client how it stands (IETF draft 10 of the
 * RateLimit headers).
 *
 * <p>An attempt against an account is counted before it is made, so that a thousand at once get no further than the
 * limit, and given back unless it failed.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class RateLimiting implements ContainerRequestFilter, ReaderInterceptor, ContainerResponseFilter {
    private static final String VERDICT = "buildingos.rateLimit";
    private static final String ADDRESS = "buildingos.attemptAddress";
    private static final String ACCOUNT = "buildingos.attemptAccount";

    @Context
    private ResourceInfo resource;

    @Inject
    private RateLimits rateLimits;

    @Inject
    private CurrentCaller currentCaller;

    @Override
    public void filter(ContainerRequestContext request) {
        Caller caller = currentCaller.get();
        String address = String.valueOf(caller.address());
        RateLimited own = resource.getResourceMethod() == null
                ? null
                : resource.getResourceMethod().getAnnotation(RateLimited.class);
        Verdict verdict;
        if (own != null) {
            verdict = rateLimits.count(own.value(), address);
            if (verdict.allowed() && own.value() == RateLimit.LOGIN_PER_ADDRESS) {
                request.setProperty(ADDRESS, address);
            }
        } else {
            boolean reads = request.getMethod().equals("GET")
                    || request.getMethod().equals("HEAD")
                    || request.getMethod().equals("OPTIONS");
            String user = caller.userId() == null ? address : caller.userId().toString();
            verdict = rateLimits.count(reads ? RateLimit.READS : RateLimit.WRITES, user);
        }
        request.setProperty(VERDICT, verdict);
        refuseIfTooMany(verdict);
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        if (body instanceof Attempt attempt && attempt.account() != null) {
            Verdict verdict = rateLimits.count(RateLimit.LOGIN_PER_ACCOUNT, attempt.account());
            context.setProperty(VERDICT, verdict);
            refuseIfTooMany(verdict);
            context.setProperty(ACCOUNT, attempt.account());
        }
        return body;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean failed = response.getEntity() instanceof Problem problem
                && problem.code().equals(ErrorCode.LOGIN_FAILED.name());
        if (!failed) {
            giveBack(RateLimit.LOGIN_PER_ADDRESS, request.getProperty(ADDRESS));
            giveBack(RateLimit.LOGIN_PER_ACCOUNT, request.getProperty(ACCOUNT));
        }
        if (request.getProperty(VERDICT) instanceof Verdict verdict) {
            describe(verdict, response.getHeaders());
        }
    }

    private void giveBack(RateLimit limit, Object subject) {
        if (subject instanceof String counted) {
            rateLimits.giveBack(limit, counted);
        }
    }

    private static void refuseIfTooMany(Verdict verdict) {
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
