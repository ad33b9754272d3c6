package io.buildingos.vendor;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Work for a vendor.
 *
 * @param ticketId of the building, or null
 * @param quoteId approved, of the same vendor and building, or null; its amount is then the expected cost
 */
public record OpenWorkOrder(
        @NotNull UUID vendorId,
        @NotNull UUID buildingId,
        UUID ticketId,
        UUID quoteId,
        @NotBlank @Size(max = 5000) String description) {}
