package io.buildingos.tenancy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The tenant's settings.
 *
 * @param currency ISO 4217; fixed as soon as there is a unit
 * @param locale a language, with or without a country: es, es-AR
 * @param timeZone an IANA name; decides "today" and "this month"
 * @param branding null clears it
 */
public record DescribeTenant(
        @NotBlank @Size(min = 2, max = 120) String name,
        @NotNull @Size(max = 3) String currency,

        @NotNull @Pattern(regexp = "[a-z]{2}(-[A-Z]{2})?", message = "must be a language, as en or es-AR")
        String locale,

        @NotNull @Size(max = 60) String timeZone,
        @Valid Branding branding) {}
