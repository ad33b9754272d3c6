package io.buildingos.identity;

import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Open;
import io.buildingos.kernel.Refusal;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * One's own second factor. Without a transaction of its own, like the login: wrong passwords and codes are counted although
 * they are refused.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SecondFactorService {
    @Inject
    private PasswordProof proof;

    @Inject
    private LoginAttempts attempts;

    @Inject
    private SecondFactorSteps steps;

    @Inject
    private CurrentCaller currentCaller;

    /** Begins an enrolment, or begins it anew; nothing asks for a code until one has confirmed it. */
    @Open(Open.To.LOGGED_IN)
    public Enrolment enrol(Proof given) {
        proof.require(OwnAccount.of(currentCaller.get()), given.password());
        return steps.enrol();
    }

    @Open(Open.To.LOGGED_IN)
    public RecoveryCodes confirm(Confirmation confirmation) {
        OwnAccount.of(currentCaller.get());
        List<String> codes = steps.confirm(confirmation.code());
        if (codes.isEmpty()) {
            throw Refusal.invalid("code", "is not the code of this moment");
        }
        return new RecoveryCodes(codes);
    }

    @Open(Open.To.LOGGED_IN)
    public void disable(Disabling given) {
        var user = OwnAccount.of(currentCaller.get());
        proof.require(user, given.password());
        if (!steps.disable(given.code(), given.recoveryCode())) {
            attempts.failed(user);
            throw Refusal.of(ErrorCode.WRONG_PASSWORD, "The code of the second factor is wrong.");
        }
    }

    /** The password again: a session left open isn't enough. */
    public record Proof(@NotNull @Size(max = 128) String password) {
        @Override
        public String toString() {
            return "Proof";
        }
    }

    /** The first code of the enrolled device. */
    public record Confirmation(@NotNull @Size(max = 10) String code) {}

    /** Password and code, or a recovery code. */
    public record Disabling(
            @NotNull @Size(max = 128) String password,
            @Size(max = 10) String code,
            @Size(max = 40) String recoveryCode) {
        @Override
        public String toString() {
            return "Disabling";
        }
    }

    /** Each gets in once, instead of a code. Shown now and never again. */
    public record RecoveryCodes(List<String> recoveryCodes) {
        public RecoveryCodes {
            recoveryCodes = List.copyOf(recoveryCodes);
        }

        @Override
        public String toString() {
            return "RecoveryCodes";
        }
    }
}
