package io.buildingos.identity;

import io.buildingos.audit.AuditLog;
import io.buildingos.identity.SingleUseToken.Purpose;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Open;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.SystemScope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Map;

/** Whether an address is its user's. */
@Stateless
public class EmailVerificationService {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private SingleUseTokens singleUseTokens;

    @Inject
    private IdentityMails mails;

    @Inject
    private AuditLog auditLog;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Clock clock;

    @Open(Open.To.ANYBODY)
    @SystemScope("a user belongs to no tenant")
    public void verify(VerifyEmail request) {
        User user = singleUseTokens.use(request.token(), Purpose.EMAIL_VERIFICATION);
        user.verifyEmail(clock.instant());
        auditLog.happenedIn(null, "email.verified", "user", user.id(), Map.of());
    }

    /** The link mailed before works no longer. */
    @Open(Open.To.LOGGED_IN)
    @SystemScope("a user belongs to no tenant")
    public void sendAgain() {
        User user = entityManager.find(User.class, OwnAccount.of(currentCaller.get()));
        if (user.emailVerified()) {
            throw Refusal.of(ErrorCode.ILLEGAL_STATE_CHANGE, "The address is verified already.");
        }
        mails.verification(user, singleUseTokens.issue(user, Purpose.EMAIL_VERIFICATION));
    }

    /** A mailed token. */
    public record VerifyEmail(@NotNull @Size(max = 100) String token) {
        @Override
        public String toString() {
            return "VerifyEmail";
        }
    }
}
