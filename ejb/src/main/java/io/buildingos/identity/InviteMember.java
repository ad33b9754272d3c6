package io.buildingos.identity;

import io.buildingos.kernel.Grant;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.Role;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Whom to invite as what.
 *
 * @param buildingId null: over the whole tenant
 * @param personId of the tenant's directory, who turns out to be the user that accepts; or null
 */
public record InviteMember(
        @NotNull @Size(max = 254) @Pattern(regexp = EmailAddress.PATTERN, message = EmailAddress.MESSAGE)
        String email,

        @NotNull Role role,
        UUID buildingId,
        UUID personId) {

    Grant grant() {
        if (!Role.invitable().contains(role)) {
            throw Refusal.invalid("role", "can't be given by invitation");
        }
        return new Grant(role, buildingId);
    }
}
