package io.buildingos.vendor;

import io.buildingos.kernel.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * What a vendor asks.
 *
 * @param documentId the offer as the vendor wrote it: a document that the caller sees, of the quote's building or of the
 *     tenant as a whole, or null
 */
public record ReceiveQuote(@NotNull @Valid Money amount, UUID documentId) {}
