package io.buildingos.identity;

import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Open;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** Changes passwords: by the present one, or by a mailed token. Hashes outside of the transactions. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PasswordService {
    @Inject
    private PasswordProof proof;

    @Inject
    private Passwords passwords;

    @Inject
    private PasswordSteps steps;

    @Inject
    private CurrentCaller currentCaller;

    /** Ends every other session. */
    @Open(Open.To.LOGGED_IN)
    public void change(ChangePassword request) {
        UUID user = OwnAccount.of(currentCaller.get());
        proof.require(user, request.currentPassword());
        PasswordPolicy.check(
                "newPassword", request.newPassword(), currentCaller.get().name());
        steps.change(passwords.hash(request.newPassword()));
    }

    /** Says the same whether there is such an account or not. */
    @Open(Open.To.ANYBODY)
    public void forgot(ForgotPassword request) {
        steps.requestReset(request.email());
    }

    /** Ends every session; whoever reset the password logs in with it. */
    @Open(Open.To.ANYBODY)
    public void reset(ResetPassword request) {
        String email = steps.addressOf(request.token());
        PasswordPolicy.check("newPassword", request.newPassword(), email);
        steps.reset(request.token(), passwords.hash(request.newPassword()));
    }

    /** From the present password to a new one. */
    public record ChangePassword(
            @NotNull @Size(max = 128) String currentPassword,

            @NotNull @Size(min = PasswordPolicy.SHORTEST, max = PasswordPolicy.LONGEST)
            String newPassword) {
        @Override
        public String toString() {
            return "ChangePassword";
        }
    }

    /** Whose password is forgotten. */
    public record ForgotPassword(@NotNull @Size(max = 254) String email) {}

    /** A mailed token and the new password. */
    public record ResetPassword(
            @NotNull @Size(max = 100) String token,

            @NotNull @Size(min = PasswordPolicy.SHORTEST, max = PasswordPolicy.LONGEST)
            String newPassword) {
        @Override
        public String toString() {
            return "ResetPassword";
        }
    }
}
