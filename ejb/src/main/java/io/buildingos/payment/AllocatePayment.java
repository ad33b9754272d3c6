package io.buildingos.payment;

import io.buildingos.ledger.Allocate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What a payment shall cover.
 *
 * @param allocations null: what the unit owes, oldest due first; empty: nothing, it stays credit of the unit
 */
public record AllocatePayment(@Size(max = 500) List<@NotNull @Valid Allocate> allocations) {}
