package io.buildingos.platform;

import io.buildingos.tenancy.Plan;
import io.buildingos.tenancy.Tenant;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A tenant the platform opens itself.
 *
 * @param slug short name in addresses, unique: small letters, digits and hyphens
 * @param ownerEmail who is invited to own it
 */
public record OpenTenant(
        @NotBlank @Size(min = 2, max = 120) String name,

        @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{1,61}[a-z0-9]", message = "must be small letters, digits and hyphens")
        String slug,

        @NotNull Tenant.Type type,
        @NotNull @Size(max = 3) String currency,

        @NotNull @Pattern(regexp = "[a-z]{2}(-[A-Z]{2})?", message = "must be a language, as en or es-AR")
        String locale,

        @NotNull @Size(max = 60) String timeZone,
        @NotNull Plan plan,
        @NotNull @Email @Size(max = 254) String ownerEmail) {}
