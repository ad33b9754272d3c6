package io.buildingos.identity;

import io.buildingos.identity.SingleUseToken.Purpose;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.UUID;

/** Makes and uses up mailed tokens, in the transaction of whoever asks. */
@ApplicationScoped
class SingleUseTokens {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Clock clock;

    OpaqueToken issue(User user, Purpose purpose) {
        entityManager
                .createQuery("update SingleUseToken t set t.usedAt = :now"
                        + " where t.userId = :user and t.purpose = :purpose and t.usedAt is null")
                .setParameter("now", clock.instant())
                .setParameter("user", user.id())
                .setParameter("purpose", purpose)
                .executeUpdate();
        OpaqueToken token = OpaqueToken.create();
        entityManager.persist(new SingleUseToken(token, user, purpose, clock.instant()));
        return token;
    }

    /** The user it was mailed to, locked. The update decides between two uses at the same time. */
    User use(String token, Purpose purpose) {
        byte[] hash = OpaqueToken.hash(token);
        int used = entityManager
                .createQuery("update SingleUseToken t set t.usedAt = :now where t.tokenHash = :hash"
                        + " and t.purpose = :purpose and t.usedAt is null and t.expiresAt > :now")
                .setParameter("now", clock.instant())
                .setParameter("hash", hash)
                .setParameter("purpose", purpose)
                .executeUpdate();
        if (used == 0) {
            throw Refusal.of(ErrorCode.TOKEN_INVALID);
        }
        UUID id = entityManager
                .createQuery("select t.userId from SingleUseToken t where t.tokenHash = :hash", UUID.class)
                .setParameter("hash", hash)
                .getSingleResult();
        User user = entityManager.find(User.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (user.disabled()) {
            throw Refusal.of(ErrorCode.TOKEN_INVALID);
        }
        return user;
    }
}
