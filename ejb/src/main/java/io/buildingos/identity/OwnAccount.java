package io.buildingos.identity;

import io.buildingos.kernel.Caller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import java.util.UUID;

/** Whose password, second factor and sessions these are. */
final class OwnAccount {
    private OwnAccount() {}

    /** Who impersonates acts in a tenant, never on an account. */
    static UUID of(Caller caller) {
        if (caller.impersonatorId() != null) {
            throw Refusal.of(ErrorCode.FORBIDDEN, "An impersonated session can't change the account.");
        }
        return caller.requireUser();
    }
}
