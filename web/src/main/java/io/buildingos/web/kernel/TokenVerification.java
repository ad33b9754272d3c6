package io.buildingos.web.kernel;

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
import java.util.Optional;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * How MicroProfile JWT verifies: by the configured secret, kept off the disk, with one algorithm, our issuer, our audience
 * and no grace beyond a few seconds of clock skew (the library's own defaults give a minute and ask for no audience).
 */
@ApplicationScoped
public class TokenVerification {
    private static final int CLOCK_SKEW_SECONDS = 5;

    @Inject
    @ConfigProperty(name = "JWT_SECRET")
    private String secret;

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

    /** Nothing, when the token is not ours, not whole or no longer good. */
    Optional<JsonWebToken> verified(String token) {
        try {
            return Optional.of(parser.parse(token));
        } catch (ParseException refused) {
            return Optional.empty();
        }
    }
}
