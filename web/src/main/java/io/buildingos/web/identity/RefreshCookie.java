package io.buildingos.web.identity;

import io.buildingos.identity.TokenDelivery;
import io.buildingos.identity.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The refresh token's way to browsers: out of reach of the page's scripts, of other sites' requests and of every address
 * but those that need it.
 */
@ApplicationScoped
class RefreshCookie {
    static final String NAME = "buildingos_refresh";
    private static final String PATH = "/api/v1/auth";

    @Inject
    @ConfigProperty(name = "APP_BASE_URL")
    private String baseUrl;

    @Inject
    private Clock clock;

    /** Puts the tokens into an answer, each where the client wants it. */
    ResponseBuilder deliver(ResponseBuilder response, Tokens tokens, TokenDelivery delivery) {
        if (delivery == TokenDelivery.BODY) {
            return response.entity(tokens.inBody());
        }
        Duration left = Duration.between(clock.instant(), tokens.sessionEndsAt());
        return response.entity(tokens.withoutRefreshToken())
                .cookie(cookie().value(tokens.refreshToken())
                        .maxAge((int) left.toSeconds())
                        .build());
    }

    /** Tells the browser to forget it. */
    NewCookie gone() {
        return cookie().value("").maxAge(0).build();
    }

    private NewCookie.Builder cookie() {
        return new NewCookie.Builder(NAME)
                .path(PATH)
                .httpOnly(true)
                .secure(baseUrl.startsWith("https:"))
                .sameSite(NewCookie.SameSite.STRICT);
    }
}
