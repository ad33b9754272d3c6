package io.buildingos.web.kernel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.buildingos.identity.AccessTokens;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * How MicroProfile JWT verifies: by the configured secret, kept off the disk, with one algorithm, our issuer, our audience
 * and no grace beyond a few seconds of clock skew (the library's own defaults give a minute and ask for no audience).
 *
 * <p>A client sends the same token with every request. What has been verified once stays true but for its expiry, so for a
 * minute only that is looked at again: verifying was a sixth of a read's processor time. Whether the token's session still
 * lives is not the token's to say ({@link io.buildingos.identity.LiveSessions}).
 */
@ApplicationScoped
public class TokenVerification {
    private static final int CLOCK_SKEW_SECONDS = 5;
    private static final Duration MEMORY = Duration.ofMinutes(1);
    private static final int MOST = 50_000;

    @Inject
    @ConfigProperty(name = "JWT_SECRET")
    private String secret;

    @Inject
    private Clock clock;

    private final Cache<String, Verified> known =
            Caffeine.newBuilder().expireAfterWrite(MEMORY).maximumSize(MOST).build();

    private JWTParser parser;

    @PostConstruct
    void prepare() {
        JWTAuthContextInfo verification = new JWTAuthContextInfo();
        verification.setSecretVerificationKey(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        verification.setSignatureAlgorithm(SignatureAlgorithm.HS256);
        verification.setIssuedBy(AccessTokens.ISSUER);
        verification.setExpectedAudience(Set.of(AccessTokens.AUDIENCE));
        verification.setClockSkew(CLOCK_SKEW_SECONDS);
        parser = new DefaultJWTParser(verification);
    }

    /**
     * What a good token says, read once: the library looks a claim of ours up among its own first, and makes an exception of
     * not finding it.
     *
     * @param tenant null for a session that is in none
     */
    record Verified(UUID session, UUID tenant, long expires) {

        private static Verified from(JsonWebToken token) {
            String tenant = token.getClaim("tenant");
            return new Verified(
                    UUID.fromString(token.getClaim("sid")),
                    tenant == null ? null : UUID.fromString(tenant),
                    token.getExpirationTime());
        }
    }

    /** Nothing, when the token is not ours, not whole or no longer good. */
    Optional<Verified> verified(String token) {
        Verified before = known.getIfPresent(token);
        if (before != null && clock.instant().getEpochSecond() < before.expires()) {
            return Optional.of(before);
        }
        try {
            Verified verified = Verified.from(parser.parse(token));
            known.put(token, verified);
            return Optional.of(verified);
        } catch (ParseException refused) {
            return Optional.empty();
        }
    }
}
