package io.buildingos.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Enrols, checks and uses up second factors, in the transaction of whoever asks; the user's row is locked by then. */
@ApplicationScoped
class SecondFactor {
    private static final int RECOVERY_CODES = 10;
    private static final String ISSUER = "BuildingOS";
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private SecretBox secretBox;

    @Inject
    private Clock clock;

    /** A code or a recovery code; either is used up by passing. */
    boolean passes(User user, String code, String recoveryCode) {
        if (recoveryCode != null) {
            return useRecoveryCode(user, recoveryCode);
        }
        OptionalLong step = matchingStep(user, code);
        step.ifPresent(user::useStep);
        return step.isPresent();
    }

    Enrolment enrol(User user) {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        RANDOM.nextBytes(secret);
        user.enrolSecondFactor(secretBox.shut(secret, user.id().toString()));
        String shown = Base32.encode(secret);
        String uri = "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
                .formatted(ISSUER, encoded(user.email()), shown, ISSUER, Totp.DIGITS, Totp.STEP_SECONDS);
        return new Enrolment(shown, uri);
    }

    /** Nothing, when the code is wrong; else the recovery codes, shown this once. */
    List<String> confirm(User user, String code) {
        OptionalLong step = matchingStep(user, code);
        if (step.isEmpty()) {
            return List.of();
        }
        user.confirmSecondFactor(step.getAsLong(), clock.instant());
        forgetRecoveryCodes(user);
        List<String> codes =
                Stream.generate(RecoveryCode::create).limit(RECOVERY_CODES).toList();
        codes.forEach(recovery -> entityManager.persist(new RecoveryCode(user.id(), recovery)));
        return codes;
    }

    void disable(User user) {
        user.disableSecondFactor();
        forgetRecoveryCodes(user);
    }

    private OptionalLong matchingStep(User user, String code) {
        if (code == null || user.totpSecret() == null) {
            return OptionalLong.empty();
        }
        return secretBox
                .open(user.totpSecret(), user.id().toString())
                .map(secret -> Totp.matchingStep(secret, code, clock.instant(), user.totpLastStep()))
                .orElse(OptionalLong.empty());
    }

    private boolean useRecoveryCode(User user, String recoveryCode) {
        return entityManager
                        .createQuery("update RecoveryCode c set c.usedAt = :now"
                                + " where c.userId = :user and c.codeHash = :hash and c.usedAt is null")
                        .setParameter("now", clock.instant())
                        .setParameter("user", user.id())
                        .setParameter("hash", RecoveryCode.hash(recoveryCode))
                        .executeUpdate()
                == 1;
    }

    private void forgetRecoveryCodes(User user) {
        entityManager
                .createQuery("delete from RecoveryCode c where c.userId = :user")
                .setParameter("user", user.id())
                .executeUpdate();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
