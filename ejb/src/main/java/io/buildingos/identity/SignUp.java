package io.buildingos.identity;

import io.buildingos.tenancy.Tenant;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Somebody new with a company or building of their own.
 *
 * @param tokenDelivery null: as a cookie
 */
public record SignUp(
        @NotNull @Size(max = 254) @Pattern(regexp = EmailAddress.PATTERN, message = EmailAddress.MESSAGE)
        String email,

        @NotNull @Size(min = PasswordPolicy.SHORTEST, max = PasswordPolicy.LONGEST)
        String password,

        @NotNull @Size(max = 120) @Pattern(regexp = Texts.NAME, message = Texts.NAME_MESSAGE)
        String name,

        @NotNull @Valid FirstTenant tenant,
        TokenDelivery tokenDelivery) {

    @Override
    public String toString() {
        return "SignUp";
    }

    /**
     * The tenant to open.
     *
     * @param slug in addresses; null: made of the name
     * @param currency ISO 4217
     * @param locale null: English
     * @param timeZone IANA name
     */
    public record FirstTenant(
            @NotNull @Size(min = 2, max = 120) @Pattern(regexp = Texts.NAME, message = Texts.NAME_MESSAGE)
            String name,

            @Size(max = 63)
            @Pattern(
                    regexp = "[a-z0-9][a-z0-9-]{1,61}[a-z0-9]",
                    message = "must be 3 to 63 small letters, digits and dashes")
            String slug,

            @NotNull Tenant.Type type,

            @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be a currency of ISO 4217")
            String currency,

            @Size(max = 35) @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", message = "must be a language tag")
            String locale,

            @NotNull @Size(max = 64) String timeZone) {}
}
