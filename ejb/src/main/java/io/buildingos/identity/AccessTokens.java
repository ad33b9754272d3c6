package io.buildingos.identity;

import io.buildingos.config.Durations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Signs the short-lived tokens that MicroProfile JWT verifies at the door. */
@ApplicationScoped
public class AccessTokens {
    public static final String ISSUER = "buildingos";
    public static final String AUDIENCE = "buildingos-api";

    @Inject
    @ConfigProperty(name = "JWT_SECRET")
    private String secret;

    @Inject
    @ConfigProperty(name = "JWT_EXPIRES_IN", defaultValue = "15m")
    private String life;

    @Inject
    private Clock clock;

    AccessToken issue(Session session, String email, Collection<String> roles) {
        Instant expires = clock.instant().plus(life());
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(session.userId().toString());
        claims.setStringClaim("upn", email);
        claims.setStringListClaim("groups", roles.stream().toList());
        claims.setStringClaim("sid", session.id().toString());
        if (session.tenantId() != null) {
            claims.setStringClaim("tenant", session.tenantId().toString());
        }
        if (session.impersonatorId() != null) {
            claims.setStringClaim("impersonator", session.impersonatorId().toString());
        }
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setIssuedAt(NumericDate.fromMilliseconds(clock.millis()));
        claims.setExpirationTime(NumericDate.fromMilliseconds(expires.toEpochMilli()));
        return new AccessToken(signed(claims), expires);
    }

    Duration life() {
        return Durations.parse(life).orElseThrow();
    }

    private String signed(JwtClaims claims) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setHeader("typ", "JWT");
        signature.setKey(new HmacKey(secret.getBytes(StandardCharsets.UTF_8)));
        signature.setPayload(claims.toJson());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException failure) {
            throw new IllegalStateException("the access token could not be signed", failure);
        }
    }

    /** A signed token and when it ends. */
    record AccessToken(String value, Instant expiresAt) {}
}
