package io.buildingos.vendor;

import io.buildingos.kernel.Money;
import jakarta.validation.Valid;

/**
 * Done.
 *
 * @param cost what it came to; null: what was expected
 */
public record CompleteWorkOrder(@Valid Money cost) {}
