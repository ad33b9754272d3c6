package io.buildingos.web.identity;

import io.buildingos.identity.LoggedIn;
import io.buildingos.identity.LoginService;
import io.buildingos.identity.LoginService.LogIn;
import io.buildingos.identity.OwnSessionsService;
import io.buildingos.identity.OwnSessionsService.SwitchTenant;
import io.buildingos.identity.ProfileService;
import io.buildingos.identity.ProfileService.Profile;
import io.buildingos.identity.RefreshService;
import io.buildingos.identity.SessionView;
import io.buildingos.identity.SignUp;
import io.buildingos.identity.SignupService;
import io.buildingos.identity.TokenDelivery;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.RateLimit;
import io.buildingos.web.kernel.Answers;
import io.buildingos.web.kernel.ApiMedia;
import io.buildingos.web.kernel.ListQuery;
import io.buildingos.web.kernel.Public;
import io.buildingos.web.kernel.RateLimited;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** Logging in and out, and one's own sessions. */
@Path("/auth")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class AuthResource {
    @Inject
    private SignupService signupService;

    @Inject
    private LoginService loginService;

    @Inject
    private RefreshService refreshService;

    @Inject
    private OwnSessionsService sessions;

    @Inject
    private ProfileService profile;

    @Inject
    private RefreshCookie refreshCookie;

    @Context
    private UriInfo uri;

    @POST
    @Path("/signup")
    @Public
    @RateLimited(RateLimit.SIGNUP)
    @Answers(status = 201, body = LoggedIn.class)
    public Response signUp(@NotNull @Valid SignUp request, @HeaderParam(HttpHeaders.USER_AGENT) String userAgent) {
        var tokens = signupService.signUp(request, userAgent);
        return refreshCookie
                .deliver(Response.status(Response.Status.CREATED), tokens, request.tokenDelivery())
                .build();
    }

    @POST
    @Path("/login")
    @Public
    @RateLimited(RateLimit.LOGIN_PER_ADDRESS)
    @Answers(status = 200, body = LoggedIn.class)
    public Response login(@NotNull @Valid LogIn attempt, @HeaderParam(HttpHeaders.USER_AGENT) String userAgent) {
        var tokens = loginService.login(attempt, userAgent);
        return refreshCookie
                .deliver(Response.ok(), tokens, attempt.tokenDelivery())
                .build();
    }

    /** The token comes back the way it came: a body for a body, a cookie for a cookie. */
    @POST
    @Path("/refresh")
    @Public
    @Answers(status = 200, body = LoggedIn.class)
    public Response refresh(@Valid Refresh request, @CookieParam(RefreshCookie.NAME) String cookie) {
        boolean inBody = request != null && request.refreshToken() != null;
        var tokens = refreshService.refresh(inBody ? request.refreshToken() : cookie);
        return refreshCookie
                .deliver(Response.ok(), tokens, inBody ? TokenDelivery.BODY : TokenDelivery.COOKIE)
                .build();
    }

    @POST
    @Path("/logout")
    @Answers(status = 204)
    public Response logout() {
        sessions.logout();
        return Response.noContent().cookie(refreshCookie.gone()).build();
    }

    @POST
    @Path("/logout-all")
    @Answers(status = 204)
    public Response logoutEverywhere() {
        sessions.logoutEverywhere();
        return Response.noContent().cookie(refreshCookie.gone()).build();
    }

    @POST
    @Path("/switch")
    public LoggedIn switchTo(@NotNull @Valid SwitchTenant request) {
        return sessions.switchTo(request).withoutRefreshToken();
    }

    @GET
    @Path("/me")
    public Profile me() {
        return profile.me();
    }

    @GET
    @Path("/sessions")
    public Page<SessionView> sessions() {
        return sessions.list(ListQuery.of(uri));
    }

    @DELETE
    @Path("/sessions/{session}")
    public void endSession(@PathParam("session") UUID session) {
        sessions.end(session);
    }

    /** @param refreshToken null: it is in the cookie */
    public record Refresh(@Size(max = 100) String refreshToken) {
        @Override
        public String toString() {
            return "Refresh";
        }
    }
}
