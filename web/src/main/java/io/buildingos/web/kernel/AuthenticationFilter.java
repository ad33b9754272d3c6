package io.buildingos.web.kernel;

import io.buildingos.identity.LiveSessions;
import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.MDC;

/**
 * Turns a verified token into the caller. The token only says which session; what that session may do is read from the
 * rows, and remembered for less than a minute.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AuthenticationFilter implements ContainerRequestFilter {
    private static final String BEARER = "Bearer ";

    @Context
    private ResourceInfo resource;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private TokenVerification tokenVerification;

    @Inject
    private LiveSessions liveSessions;

    @Override
    public void filter(ContainerRequestContext request) {
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            tokenVerification
                    .verified(authorization.substring(BEARER.length()).strip())
                    .ifPresent(this::authenticate);
        }
        boolean open = resource.getResourceMethod() != null
                && resource.getResourceMethod().isAnnotationPresent(Public.class);
        if (!open && !currentCaller.get().isAuthenticated()) {
            throw Refusal.of(ErrorCode.UNAUTHENTICATED);
        }
    }

    private void authenticate(TokenVerification.Verified token) {
        Caller anonymous = currentCaller.get();
        liveSessions.find(token.session(), token.tenant()).ifPresent(access -> {
            currentCaller.become(access.caller(anonymous.requestId(), anonymous.address()));
            MDC.put("user", access.userId().toString());
            if (access.tenantId() != null) {
                MDC.put("tenant", access.tenantId().toString());
            }
        });
    }
}
