package io.buildingos.charge;

import io.buildingos.kernel.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What can be said of a charge.
 *
 * @param amount above zero, also of a CREDIT, in the tenant's currency
 * @param dueOn the last day on which it isn't overdue
 */
public record DescribeCharge(
        @NotNull YearMonth period,
        @NotNull ChargeType type,
        @NotBlank @Size(max = 120) String concept,
        @NotNull @Valid Money amount,
        @NotNull LocalDate dueOn) {}
