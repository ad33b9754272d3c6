package io.buildingos.identity;

import io.buildingos.audit.AuditLog;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Open;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.SystemScope;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;

/** The transactions behind {@link SecondFactorService}. */
@Stateless
public class SecondFactorSteps {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private SecondFactor secondFactor;

    @Inject
    private Sessions sessions;

    @Inject
    private AuditLog auditLog;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Event<AccessChanged> accessChanged;

    @Open(Open.To.LOGGED_IN)
    @SystemScope("a user belongs to no tenant")
    public Enrolment enrol() {
        User user = lockedUser();
        Enrolment enrolment = secondFactor.enrol(user);
        auditLog.happened("second-factor.enrolled", "user", user.id(), Map.of());
        return enrolment;
    }

    /** Ends the other sessions: they were begun without the factor and would keep the rights that now need it. */
    @Open(Open.To.LOGGED_IN)
    @SystemScope("a user belongs to no tenant")
    public List<String> confirm(String code) {
        User user = lockedUser();
        if (user.hasSecondFactor() || user.totpSecret() == null) {
            throw Refusal.of(ErrorCode.ILLEGAL_STATE_CHANGE, "There is no enrolment to confirm.");
        }
        List<String> codes = secondFactor.confirm(user, code);
        if (!codes.isEmpty()) {
            auditLog.happened("second-factor.enabled", "user", user.id(), Map.of());
            sessions.endAll(user.id(), currentCaller.get().sessionId(), "second factor enabled");
            accessChanged.fire(new AccessChanged(user.id()));
        }
        return codes;
    }

    /** Whether the code was right. */
    @Open(Open.To.LOGGED_IN)
    @SystemScope("a user belongs to no tenant")
    public boolean disable(String code, String recoveryCode) {
        User user = lockedUser();
        if (!user.hasSecondFactor()) {
            throw Refusal.of(ErrorCode.ILLEGAL_STATE_CHANGE, "There is no second factor.");
        }
        if (!secondFactor.passes(user, code, recoveryCode)) {
            return false;
        }
        secondFactor.disable(user);
        auditLog.happened("second-factor.disabled", "user", user.id(), Map.of());
        accessChanged.fire(new AccessChanged(user.id()));
        return true;
    }

    private User lockedUser() {
        return entityManager.find(User.class, currentCaller.get().requireUser(), LockModeType.PESSIMISTIC_WRITE);
    }
}
