package io.buildingos.ledger;

import io.buildingos.kernel.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** So much on that charge. */
public record Allocate(
        @NotNull UUID chargeId, @NotNull @Valid Money amount) {}
