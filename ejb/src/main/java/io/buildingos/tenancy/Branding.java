package io.buildingos.tenancy;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * How the tenant shows itself to its people, on pages and in mail.
 *
 * @param brandName shown instead of the tenant's name, or null
 * @param primaryColor as #RRGGBB, or null
 * @param secondaryColor as #RRGGBB, or null
 * @param emailFooter below every mail, or null
 */
public record Branding(
        @Size(min = 1, max = 120) String brandName,

        @Pattern(regexp = COLOR, message = "must be a colour as #RRGGBB")
        String primaryColor,

        @Pattern(regexp = COLOR, message = "must be a colour as #RRGGBB")
        String secondaryColor,

        @Size(max = 1000) String emailFooter) {
    static final String COLOR = "#[0-9A-Fa-f]{6}";
    static final Branding NONE = new Branding(null, null, null, null);
}
