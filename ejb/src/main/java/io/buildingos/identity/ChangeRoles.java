package io.buildingos.identity;

import io.buildingos.kernel.Grant;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** All the roles a member has from now on. */
public record ChangeRoles(@NotEmpty @Size(max = 50) List<@NotNull @Valid RoleAt> roles) {

    Set<Grant> grants() {
        return roles.stream().map(RoleAt::grant).collect(Collectors.toUnmodifiableSet());
    }

    /** @param buildingId null: over the whole tenant */
    public record RoleAt(@NotNull Role role, UUID buildingId) {
        Grant grant() {
            if (role == Role.SUPER_ADMIN) {
                throw Refusal.invalid("roles", "SUPER_ADMIN is no role of a tenant");
            }
            if (role == Role.TENANT_OWNER && buildingId != null) {
                throw Refusal.invalid("roles", "TENANT_OWNER is always over the whole tenant");
            }
            return new Grant(role, buildingId);
        }
    }
}
