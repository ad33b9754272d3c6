package io.buildingos.vendor;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * What a vendor is asked to name its price for.
 *
 * @param ticketId of the building, or null
 */
public record RequestQuote(
        @NotNull UUID vendorId,
        @NotNull UUID buildingId,
        UUID ticketId,
        @NotBlank @Size(max = 5000) String description) {}
