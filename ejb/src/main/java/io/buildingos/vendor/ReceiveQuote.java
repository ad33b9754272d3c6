package io.buildingos.vendor;

import io.buildingos.kernel.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** What a vendor asks. */
public record ReceiveQuote(@NotNull @Valid Money amount) {}
